package io.tradinggym.market.account;

import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The options among an account's instruments: terms by asset, and the options that each underlying has. Numbers in
 * columns; nothing is allocated to ask.
 */
public final class ListedOptions {
  private final Listing listing;
  private final boolean[] option;
  private final boolean[] call;
  private final boolean[] american;
  private final boolean[] delivers;
  private final long[] strike;
  private final long[] expiry;
  private final long[] multiplier;
  private final @Nullable String[] symbols;

  /** Options by underlying, in the order of their slots; empty until the first is listed. */
  private final int[][] on;

  private final int[] count;
  private final OptionTerms scratch = new OptionTerms();

  ListedOptions(Listing listing, int size) {
    this.listing = listing;
    option = new boolean[size];
    call = new boolean[size];
    american = new boolean[size];
    delivers = new boolean[size];
    strike = new long[size];
    expiry = new long[size];
    multiplier = new long[size];
    symbols = new String[size];
    count = new int[size];
    on = new int[size][0];
  }

  void put(int slot, int underlying, OptionContract contract) {
    put(slot, underlying, scratch.of(contract));
    symbols[slot] = contract.symbol();
  }

  void put(int slot, int underlying, OptionTerms terms) {
    option[slot] = true;
    call[slot] = terms.right == Right.CALL;
    american[slot] = terms.style == Style.AMERICAN;
    delivers[slot] = terms.settlement == Settlement.PHYSICAL;
    strike[slot] = terms.strike;
    expiry[slot] = terms.expiry;
    multiplier[slot] = terms.multiplier;
    symbols[slot] = null;
    if (on[underlying].length == 0) {
      on[underlying] = new int[option.length];
    }
    int at = count[underlying]++;
    while (at > 0 && on[underlying][at - 1] > slot) {
      on[underlying][at] = on[underlying][at - 1];
      at--;
    }
    on[underlying][at] = slot;
  }

  void remove(int slot) {
    int underlying = listing.underlyings[slot];
    int at = Arrays.binarySearch(on[underlying], 0, count[underlying], slot);
    System.arraycopy(on[underlying], at + 1, on[underlying], at, --count[underlying] - at);
    option[slot] = false;
    symbols[slot] = null;
  }

  void name(int slot, @Nullable String symbol) {
    symbols[slot] = symbol;
  }

  /** The contract of a slot that was listed by its terms. */
  OptionContract contract(int slot, Instrument underlying) {
    terms(slot, scratch);
    return scratch.contract(underlying);
  }

  /**
   * Writes an option's terms.
   *
   * @param asset index of the asset, from 0; an option
   * @param into overwritten with them
   */
  public void terms(int asset, OptionTerms into) {
    into.of(right(asset), strike[asset], expiry[asset])
        .exercise(style(asset), settlement(asset))
        .lot(listing.tickSize[asset], multiplier[asset]);
    into.symbol = symbols[asset];
  }

  void copy(ListedOptions other) {
    int size = option.length;
    System.arraycopy(other.option, 0, option, 0, size);
    System.arraycopy(other.call, 0, call, 0, size);
    System.arraycopy(other.american, 0, american, 0, size);
    System.arraycopy(other.delivers, 0, delivers, 0, size);
    System.arraycopy(other.strike, 0, strike, 0, size);
    System.arraycopy(other.expiry, 0, expiry, 0, size);
    System.arraycopy(other.multiplier, 0, multiplier, 0, size);
    System.arraycopy(other.symbols, 0, symbols, 0, size);
    System.arraycopy(other.count, 0, count, 0, size);
    for (int underlying = 0; underlying < size; underlying++) {
      if (count[underlying] > 0) {
        if (on[underlying].length == 0) {
          on[underlying] = new int[size];
        }
        System.arraycopy(other.on[underlying], 0, on[underlying], 0, count[underlying]);
      }
    }
  }

  /**
   * {@return whether an asset is an option}
   *
   * @param asset index of the asset, from 0
   */
  public boolean is(int asset) {
    return option[asset];
  }

  /**
   * {@return the number of options listed on an underlying}
   *
   * @param underlying index of the underlying, from 0
   */
  public int count(int underlying) {
    return count[underlying];
  }

  /**
   * {@return the asset of the nth option on an underlying, in the order of their slots}
   *
   * @param underlying index of the underlying, from 0
   * @param n from 0, below {@link #count}
   */
  public int get(int underlying, int n) {
    return on[underlying][n];
  }

  /**
   * {@return the asset of the option on an underlying with these terms; -1 if it is not listed}
   *
   * @param underlying index of the underlying, from 0
   * @param right call or put
   * @param strikeTicks strike in ticks of the underlying
   * @param expires last moment of trading, UTC epoch milliseconds
   */
  public int find(int underlying, Right right, long strikeTicks, long expires) {
    for (int i = 0; i < count[underlying]; i++) {
      int asset = on[underlying][i];
      if (strike[asset] == strikeTicks
          && expiry[asset] == expires
          && call[asset] == (right == Right.CALL)) {
        return asset;
      }
    }
    return -1;
  }

  /**
   * {@return whether an option is a call or a put}
   *
   * @param asset index of the option's asset
   */
  public Right right(int asset) {
    return call[asset] ? Right.CALL : Right.PUT;
  }

  /**
   * {@return whether an option is American or European}
   *
   * @param asset index of the option's asset
   */
  public Style style(int asset) {
    return american[asset] ? Style.AMERICAN : Style.EUROPEAN;
  }

  /**
   * {@return what exercise delivers}
   *
   * @param asset index of the option's asset
   */
  public Settlement settlement(int asset) {
    return delivers[asset] ? Settlement.PHYSICAL : Settlement.CASH;
  }

  /**
   * {@return the strike, ticks of the underlying}
   *
   * @param asset index of the option's asset
   */
  public long strike(int asset) {
    return strike[asset];
  }

  /**
   * {@return the last moment of trading, epoch milliseconds UTC}
   *
   * @param asset index of the option's asset
   */
  public long expiry(int asset) {
    return expiry[asset];
  }

  /**
   * {@return the units of the underlying per contract}
   *
   * @param asset index of the option's asset
   */
  public long multiplier(int asset) {
    return multiplier[asset];
  }

  /** Whether two differ in strike and multiplier alone. */
  boolean sameKind(int asset, int other) {
    return call[asset] == call[other]
        && american[asset] == american[other]
        && delivers[asset] == delivers[other]
        && expiry[asset] == expiry[other]
        && tickSize(asset) == tickSize(other);
  }

  long tickSize(int asset) {
    return listing.tickSize[asset];
  }

  /**
   * {@return what exercise of one contract is worth at a price of the underlying, ticks; money units, >= 0}
   *
   * @param asset index of the option's asset
   * @param underlyingTicks price of the underlying in its ticks
   */
  public long intrinsic(int asset, long underlyingTicks) {
    long difference =
        call[asset] ? underlyingTicks - strike[asset] : strike[asset] - underlyingTicks;
    long perTick =
        Math.multiplyExact(listing.tickSize[listing.underlyings[asset]], multiplier[asset]);
    return difference <= 0 ? 0 : Math.multiplyExact(difference, perTick);
  }
}
