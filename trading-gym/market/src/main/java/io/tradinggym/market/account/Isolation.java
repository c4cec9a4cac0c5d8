package io.tradinggym.market.account;

import io.tradinggym.market.Money;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Margin of an account by position: the leverage that was chosen for an asset, and for isolated perpetuals a balance of
 * their own. Opening moves what the margin model asks from cash to that balance; profit, funding and the loss of a
 * liquidation are booked there; closing gives back the closed part of it with the profit. An isolated position can lose
 * no more, and neither lends to the others nor borrows from them.
 *
 * <pre>
 * equity of the account = cross equity + sum of isolated equities
 * isolated equity       = its balance + its unrealised profit
 * </pre>
 */
public final class Isolation {
  private final Account account;
  private final boolean[] on;
  private final long[] margin;
  private final int[] leverage;
  private int count;
  private int chosen;

  Isolation(Account account, int assets) {
    this.account = account;
    on = new boolean[assets];
    margin = new long[assets];
    leverage = new int[assets];
  }

  /**
   * Chooses whether an asset's position has a margin of its own; possible only without a position.
   *
   * @param asset index of the asset, from 0
   * @param isolated true for a margin of its own, which only perpetuals have
   * @throws IllegalArgumentException if the asset is no perpetual
   * @throws IllegalStateException if lots or a margin of its own are held
   */
  public void set(int asset, boolean isolated) {
    if (isolated == on[asset]) {
      return;
    }
    if (isolated && !account.contract(asset)) {
      throw new IllegalArgumentException(
          account.instrument(asset).symbol() + " is no perpetual and cannot be isolated");
    }
    if (account.lots(asset) != 0 || margin[asset] != 0) {
      throw new IllegalStateException(
          "the margin mode of "
              + account.instrument(asset).symbol()
              + " can be changed only without a position, held are "
              + account.lots(asset)
              + " lots");
    }
    on[asset] = isolated;
    count += isolated ? 1 : -1;
    account.isolating = count > 0;
  }

  /**
   * {@return whether an asset's position has a margin of its own}
   *
   * @param asset index of the asset, from 0
   */
  public boolean on(int asset) {
    return on[asset];
  }

  /**
   * Chooses the leverage that positions of an asset are opened at.
   *
   * @param asset index of the asset, from 0
   * @param times >= 1, or 0 for the highest that the margin model lends
   * @throws IllegalArgumentException if it is negative
   */
  public void leverage(int asset, int times) {
    if (times < 0) {
      throw new IllegalArgumentException("leverage must be >= 0, was " + times);
    }
    if (leverage[asset] != times) {
      chosen += (times == 0 ? 0 : 1) - (leverage[asset] == 0 ? 0 : 1);
      leverage[asset] = times;
      account.note(asset);
      account.buyingPower().forget();
    }
  }

  /**
   * {@return the leverage chosen for an asset; 0 is the highest that the margin model lends}
   *
   * @param asset index of the asset, from 0
   */
  public int leverage(int asset) {
    return leverage[asset];
  }

  /** {@return whether a leverage was chosen for any asset} */
  public boolean chosen() {
    return chosen > 0;
  }

  /**
   * {@return the balance of an isolated position, money units of its currency; negative only after a loss beyond it}
   *
   * @param asset index of the asset, from 0
   */
  public long margin(int asset) {
    return margin[asset];
  }

  /**
   * {@return what an isolated position is worth: its balance and its unrealised profit, money units of its currency}
   *
   * @param asset index of the asset, from 0
   */
  public long equity(int asset) {
    return Math.addExact(margin[asset], account.unrealised(asset));
  }

  /**
   * Moves money from cash to an isolated position's balance, or, negative, back; not below 0.
   *
   * @param asset index of the asset, from 0
   * @param amount money units of the asset's currency; below 0 = back to cash
   * @throws IllegalArgumentException if the asset is not isolated, or the balance would be negative
   */
  public void add(int asset, long amount) {
    if (!on[asset] || Math.addExact(margin[asset], amount) < 0) {
      throw new IllegalArgumentException(
          account.instrument(asset).symbol()
              + (on[asset] ? " has an isolated margin of " : " is not isolated and has ")
              + Money.format(margin[asset])
              + ", cannot add "
              + Money.format(amount));
    }
    move(asset, amount);
  }

  /**
   * Gives all of a closed position's balance back to cash.
   *
   * @param asset index of the asset, from 0
   */
  public void release(int asset) {
    if (account.lots(asset) == 0 && margin[asset] != 0) {
      move(asset, -margin[asset]);
    }
  }

  /** Forgets what was chosen for an asset that leaves the account. */
  void forget(int asset) {
    set(asset, false);
    leverage(asset, 0);
  }

  /** Books an isolated position's gain (or, negative, loss) in its balance. */
  void earn(int asset, long gain) {
    margin[asset] = Math.addExact(margin[asset], gain);
  }

  void move(int asset, long amount) {
    account.post(asset, account.currency(asset), Entry.ISOLATED, Entry.CASH, amount);
    margin[asset] = Math.addExact(margin[asset], amount);
  }

  /**
   * Sets free what a closed part leaves: its share of the margin, and its profit; forced, it is left in the balance.
   */
  void exchanged(int asset, long held, long closing, long realised, boolean forced) {
    move(asset, realised);
    if (closing != 0 && !forced) {
      long before = Math.subtractExact(margin[asset], realised);
      long share = before <= 0 ? 0 : Apportion.share(before, closing, Math.abs(held));
      long free = Math.min(margin[asset], Math.addExact(share, realised));
      if (free > 0) {
        move(asset, -free);
      }
    }
  }

  /** Moves the margin of newly opened lots from cash; needed is that of all lots. */
  void opened(int asset, long held, long needed) {
    long now = account.lots(asset);
    long opened = opening(now, held);
    if (opened > 0) {
      move(asset, Money.shareUp(needed, opened, Math.abs(now)));
    }
  }

  /** What cash a position of so many lots would take, less what turning it sets free; base currency. */
  long taken(int asset, long lots, long needed) {
    long held = account.lots(asset);
    long takes = Money.shareUp(needed, opening(lots, held), Math.abs(lots));
    boolean turned = (lots ^ held) < 0 && held != 0;
    long freed = turned ? Math.max(0, equity(asset)) : 0;
    return -account.toBase(account.currency(asset), Math.subtractExact(freed, takes));
  }

  private static long opening(long now, long held) {
    return (now ^ held) < 0 ? Math.abs(now) : Math.max(0, Math.abs(now) - Math.abs(held));
  }

  /** Worth of all isolated positions with their balances, base currency, rounded down. */
  long equity() {
    long sum = 0;
    for (int asset = 0; asset < on.length; asset++) {
      if (on[asset]) {
        sum = Math.addExact(sum, account.toBase(account.currency(asset), equity(asset)));
      }
    }
    return sum;
  }

  void clear() {
    Arrays.fill(on, false);
    Arrays.fill(margin, 0);
    Arrays.fill(leverage, 0);
    count = 0;
    chosen = 0;
    account.isolating = false;
  }

  void copy(Isolation other) {
    System.arraycopy(other.on, 0, on, 0, on.length);
    System.arraycopy(other.margin, 0, margin, 0, on.length);
    System.arraycopy(other.leverage, 0, leverage, 0, on.length);
    count = other.count;
    chosen = other.chosen;
    account.isolating = count > 0;
  }

  /** Numbers that {@link #store} writes. */
  int stateSize() {
    return 1 + 2 * on.length;
  }

  /** How many are isolated or have a leverage of their own, and by asset its margin and both; the rest if any is. */
  void store(long[] row, int at) {
    row[at] = (long) count << Integer.SIZE | chosen;
    if (row[at] != 0) {
      for (int asset = 0; asset < on.length; asset++) {
        row[at + 1 + 2 * asset] = margin[asset];
        row[at + 2 + 2 * asset] = (long) leverage[asset] << 1 | (on[asset] ? 1 : 0);
      }
    }
  }

  void load(long[] row, int at) {
    if (row[at] != 0) {
      count = (int) (row[at] >> Integer.SIZE);
      chosen = (int) row[at];
      for (int asset = 0; asset < on.length; asset++) {
        margin[asset] = row[at + 1 + 2 * asset];
        on[asset] = (row[at + 2 + 2 * asset] & 1) != 0;
        leverage[asset] = (int) (row[at + 2 + 2 * asset] >> 1);
      }
      account.isolating = count > 0;
    } else if (count + chosen > 0) {
      clear();
    }
  }

  void save(DataOutput out) throws IOException {
    Columns.write(margin, out);
    for (int asset = 0; asset < on.length; asset++) {
      out.writeBoolean(on[asset]);
      out.writeInt(leverage[asset]);
    }
  }

  void restore(DataInput in) throws IOException {
    Columns.read(margin, in);
    count = 0;
    chosen = 0;
    for (int asset = 0; asset < on.length; asset++) {
      on[asset] = in.readBoolean();
      leverage[asset] = in.readInt();
      count += on[asset] ? 1 : 0;
      chosen += leverage[asset] == 0 ? 0 : 1;
    }
    account.isolating = count > 0;
  }
}
