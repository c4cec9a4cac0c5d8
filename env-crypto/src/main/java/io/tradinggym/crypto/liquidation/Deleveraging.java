package io.tradinggym.crypto.liquidation;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Entry;

/**
 * Who is deleveraged first: those with the most profit at the highest leverage.
 *
 * <pre>
 * score = max(0, profit) / max(1, wallet) x maintenance / (wallet + profit),    0 if wallet + profit is not above 0
 * </pre>
 *
 * <p>Vector: profit 800, wallet 1,000, maintenance margin 250: 0.1111.
 *
 * <p>Holds scratch for a fixed number of accounts; ranking allocates nothing. Not for several threads.
 *
 * @see <a href="https://www.binance.com/en/support/faq/360033525471">Binance: auto-deleveraging</a>
 */
public final class Deleveraging {
  private final Account[] accounts;
  private final double[] scores;
  private final int[] order;
  private int ranked;

  /**
   * A ranking that is still to be made.
   *
   * @param accounts that may have to give up positions
   */
  public Deleveraging(Account... accounts) {
    this.accounts = accounts.clone();
    scores = new double[accounts.length];
    order = new int[accounts.length];
  }

  /**
   * {@return the score of a position, >= 0; all amounts in units of the same currency}
   *
   * @param profit unrealised, of the open position; negative for a loss
   * @param wallet money behind the position, without the profit
   * @param maintenance its maintenance margin
   */
  public static double score(double profit, double wallet, double maintenance) {
    double worth = wallet + profit;
    return worth <= 0 ? 0 : Math.max(0, profit) / Math.max(1, wallet) * maintenance / worth;
  }

  /**
   * {@return the score of an account's position, >= 0}
   *
   * @param account holds the position
   * @param asset index of the asset, from 0
   */
  public static double score(Account account, int asset) {
    boolean isolated = account.isolation().on(asset);
    int currency = account.currency(asset);
    long wallet =
        isolated ? account.isolation().margin(asset) : account.balance(currency, Entry.CASH);
    return score(
        Money.toDouble(account.unrealised(asset)),
        Money.toDouble(wallet),
        Money.toDouble(account.maintenanceMargin(asset)));
  }

  /**
   * Ranks those that hold the asset on one side, the highest score first, ties as they were given.
   *
   * @param asset index of the asset, from 0
   * @param longs true for those that are long, false for those that are short
   * @return how many hold it on that side
   */
  public int rank(int asset, boolean longs) {
    ranked = 0;
    for (int who = 0; who < accounts.length; who++) {
      long lots = accounts[who].lots(asset);
      if (lots != 0 && lots > 0 == longs) {
        scores[who] = score(accounts[who], asset);
        int at = ranked++;
        while (at > 0 && scores[order[at - 1]] < scores[who]) {
          order[at] = order[at - 1];
          at--;
        }
        order[at] = who;
      }
    }
    return ranked;
  }

  /**
   * {@return the index of who has a place in the last ranking, among the accounts as they were given, from 0}
   *
   * @param place in the ranking, from 0, below what {@link #rank} returned
   * @throws IllegalArgumentException if nobody has that place
   */
  public int at(int place) {
    requireRanked(place);
    return order[place];
  }

  /**
   * {@return the lights shown for a place in the last ranking: 5 for the first fifth, 1 for the last}
   *
   * @param place in the ranking, from 0, below what {@link #rank} returned
   * @throws IllegalArgumentException if nobody has that place
   */
  public int lights(int place) {
    requireRanked(place);
    return 5 - 5 * place / ranked;
  }

  private void requireRanked(int place) {
    if (place < 0 || place >= ranked) {
      throw new IllegalArgumentException(
          ranked == 0
              ? "nobody is ranked, place was " + place
              : "place must be in 0 .. " + (ranked - 1) + ", was " + place);
    }
  }

  /**
   * Closes positions of the side that stands against lots, by rank, at a price, until all lots are met.
   *
   * @param lots that need another side: positive ones meet shorts
   * @return lots that nobody was left for
   */
  long meet(int asset, long lots, long ticks) {
    long left = lots;
    int places = rank(asset, lots < 0);
    for (int place = 0; place < places && left != 0; place++) {
      Account other = accounts[order[place]];
      long part = Math.min(Math.abs(left), Math.abs(other.lots(asset)));
      long taken = left > 0 ? part : -part;
      other.trade(asset, taken, ticks, 0, 0);
      left -= taken;
    }
    return left;
  }
}
