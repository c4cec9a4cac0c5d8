package io.tradinggym.crypto.liquidation;

import io.tradinggym.crypto.margin.MarginTiers;
import io.tradinggym.crypto.margin.ScheduledMargin;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Closeout;

/**
 * Liquidates positions whose margin does not suffice:
 *
 * <pre>
 * 1 cancel     open orders; often that is enough
 * 2 reduce     on the market, never beyond the bankruptcy price: tier by tier, until the rest stands or nothing is
 * left;              a fee, as far as there is money, goes to the insurance fund
 * 3 take over  the fund takes what could not be sold at the bankruptcy price, if it can bear what that will lose
 * 4 deleverage what it cannot bear is closed against the winning side at the bankruptcy price, highest score first
 * </pre>
 *
 * <p>Example: long 1 at 50,000 with 2,500, bankrupt at 47,500. The market gives 47,600: 100 are left, the fee of 595
 * takes them, the fund has 100 more. The market gives 47,300: the fund takes over at 47,500 and loses 200; without
 * them, shorts are closed at 47,500. The trader loses 2,500 in all three.
 *
 * <p>The bankruptcy price is rounded to the tick at which nothing is owed; what that leaves of an isolated margin goes
 * to the fund. Allocates nothing. Not for several threads.
 *
 * @see <a href="https://www.binance.com/en/support/faq/360033525271">Binance: liquidation protocols</a>
 */
public final class Waterfall {
  private final ScheduledMargin margin;
  private final LiquidationTerms terms;
  private final Exit exit;
  private final Account fund;
  private final Deleveraging others;
  private LiquidationStep reached = LiquidationStep.NONE;
  private long fees;

  /**
   * A waterfall of a venue.
   *
   * @param margin tables of the assets
   * @param terms fee, and whether positions are reduced tier by tier
   * @param exit the market that is sold to or bought from
   * @param fund the insurance fund, an account over the same instruments
   * @param others who may be deleveraged
   */
  public Waterfall(
      ScheduledMargin margin,
      LiquidationTerms terms,
      Exit exit,
      Account fund,
      Deleveraging others) {
    this.margin = margin;
    this.terms = terms;
    this.exit = exit;
    this.fund = fund;
    this.others = others;
  }

  /**
   * Liquidates what has to be: isolated positions each for itself, the others together, those that need most margin
   * first.
   *
   * @param account whose positions are looked at
   * @param cancel cancels the account's orders; run only if anything is due
   * @return how far it went
   */
  public LiquidationStep run(Account account, Runnable cancel) {
    reached = LiquidationStep.NONE;
    fees = 0;
    if (!anyDue(account)) {
      return reached;
    }
    reach(LiquidationStep.CANCELLED);
    cancel.run();
    for (int asset = 0; asset < account.assets(); asset++) {
      if (account.isolation().on(asset) && account.mustLiquidate(asset)) {
        finish(account, asset, liquidate(account, asset));
      }
    }
    int worst = worst(account);
    while (worst >= 0) {
      finish(account, worst, liquidate(account, worst));
      worst = worst(account);
    }
    return reached;
  }

  /** {@return the fees of the last run, money units of the assets' currencies, as they went to the fund} */
  public long fees() {
    return fees;
  }

  private static boolean anyDue(Account account) {
    for (int asset = 0; asset < account.assets(); asset++) {
      if (Bankruptcy.due(account, asset)) {
        return true;
      }
    }
    return false;
  }

  /** The shared position that needs most margin if shared positions are due; -1. */
  private static int worst(Account account) {
    int worst = -1;
    long most = -1;
    for (int asset = 0; asset < account.assets(); asset++) {
      if (!account.isolation().on(asset) && Bankruptcy.due(account, asset)) {
        long needed = account.toBase(account.currency(asset), account.maintenanceMargin(asset));
        if (needed > most) {
          most = needed;
          worst = asset;
        }
      }
    }
    return worst;
  }

  /** Reduces on the market as far as that leads, then hands over the rest; whether it had to. */
  private boolean liquidate(Account account, int asset) {
    while (Bankruptcy.due(account, asset)) {
      long held = account.lots(asset);
      long order = smaller(account, asset, held) - held;
      long ticks = exit.price(asset, order);
      long broke = Bankruptcy.ticks(account, asset);
      if (ticks == Exit.NOBODY || (held > 0 ? ticks < broke : ticks > broke)) {
        handOver(account, asset, broke);
        return true;
      }
      Closeout.reduce(account, asset, order, ticks);
      exit.filled(asset, order, ticks);
      charge(account, asset, account.notionalAt(asset, ticks, Math.abs(order)));
      reach(account.lots(asset) == 0 ? LiquidationStep.CLOSED : LiquidationStep.REDUCED);
    }
    return false;
  }

  /** The size that the next lower tier holds; 0 from the lowest, or where positions are closed at once. */
  private long smaller(Account account, int asset, long held) {
    if (!terms.byTiers() || !(margin.schedule(asset) instanceof MarginTiers tiers)) {
      return 0;
    }
    long worth = Math.abs(account.exposure(asset));
    long floor = tiers.floor(tiers.tierOf(worth));
    return floor == 0 ? 0 : scale(held, floor, worth);
  }

  private static long scale(long lots, long part, long whole) {
    long size = Money.shareDown(Math.abs(lots), part, whole);
    return lots > 0 ? size : -size;
  }

  /** Takes the fee, as far as there is money, to the fund. */
  private void charge(Account account, int asset, long notional) {
    int currency = account.currency(asset);
    boolean isolated = account.isolation().on(asset);
    long there = isolated ? account.isolation().equity(asset) : affordable(account, currency);
    long fee = Math.min(Money.shareUp(notional, terms.fee(), 1_000_000), Math.max(0, there));
    pay(account, asset, fee);
  }

  /** Shared equity in an asset's currency: what the fee can be taken from. */
  private static long affordable(Account account, int currency) {
    long equity = Math.max(0, account.crossEquity());
    long one = account.toBase(currency, Money.UNITS);
    return one == Money.UNITS ? equity : Money.shareDown(equity, Money.UNITS, Math.max(1, one));
  }

  private void pay(Account account, int asset, long fee) {
    if (fee > 0) {
      Closeout.fee(account, asset, fee);
      fund.deposit(account.currency(asset), fee);
      fees += fee;
    }
  }

  /** Closes the position at its bankruptcy price against the fund, or else against the winning side. */
  private void handOver(Account account, int asset, long broke) {
    long lots = account.lots(asset);
    long market = exit.price(asset, -lots);
    long back = market == Exit.NOBODY ? account.mark(asset) : market;
    if (bears(asset, lots, broke, back)) {
      give(account, asset, lots, broke);
      reach(LiquidationStep.TAKEN_OVER);
      if (market != Exit.NOBODY) {
        fund.trade(asset, -lots, market, 0, 0);
        exit.filled(asset, -lots, market);
      }
      return;
    }
    long left = others.meet(asset, lots, broke);
    if (left != lots) {
      Closeout.reduce(account, asset, left - lots, broke);
      reach(LiquidationStep.DELEVERAGED);
    }
    if (left != 0) {
      give(account, asset, left, broke);
      reach(LiquidationStep.UNCOVERED);
    }
  }

  private void give(Account account, int asset, long lots, long ticks) {
    Closeout.reduce(account, asset, -lots, ticks);
    fund.trade(asset, lots, ticks, 0, 0);
  }

  /** Whether the fund has what taking lots at one price and selling them at another loses. */
  private boolean bears(int asset, long lots, long ticks, long back) {
    long moved = fund.moved(asset, ticks, Math.abs(back - ticks), lots);
    boolean loses = lots > 0 ? back < ticks : back > ticks;
    long loss = loses ? fund.toBase(fund.currency(asset), -moved) : 0;
    return Math.addExact(fund.equity(), loss) >= 0;
  }

  /** Settles what a closed position left: a rest of the bankruptcy tick to the fund, a debt from it. */
  private void finish(Account account, int asset, boolean handed) {
    if (account.lots(asset) != 0) {
      return;
    }
    boolean isolated = account.isolation().on(asset);
    int currency = account.currency(asset);
    long left = isolated ? account.isolation().margin(asset) : account.crossEquity();
    if (left < 0 && (isolated || account.gross() == 0)) {
      long debt = isolated ? -left : owed(account, currency, left);
      Closeout.cover(account, asset, debt);
      fund.deposit(currency, -debt);
    } else if (left > 0 && isolated && handed) {
      pay(account, asset, left);
    }
    account.isolation().release(asset);
  }

  private static long owed(Account account, int currency, long left) {
    long one = account.toBase(currency, Money.UNITS);
    return one == Money.UNITS ? -left : Money.shareUp(-left, Money.UNITS, Math.max(1, one));
  }

  private void reach(LiquidationStep step) {
    if (step.compareTo(reached) > 0) {
      reached = step;
    }
  }
}
