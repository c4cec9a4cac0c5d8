package io.tradinggym.market.account;

import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.PerpetualContract;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account may hold, by asset: the instruments that it was made with, which stay, and slots after them in which
 * others come and go. Columns of plain numbers, so that nothing is allocated when a contract is listed.
 */
final class Listing {
  private final @Nullable Instrument[] instruments;
  private final boolean[] listed;

  /** Instruments that stay; slots begin here. */
  final int fixed;

  final List<Currency> currencies;
  final int[] currencyOf;
  final int[] underlyings;

  /** Entered without payment. */
  final boolean[] contract;

  final boolean[] inverse;
  final boolean inverses;
  final long[] tickLotValue;
  final long[] tickSize;
  final long[] lotsPerUnit;
  final ListedOptions options;

  Listing(List<? extends Instrument> list, Currency base, int slots) {
    fixed = list.size();
    int size = fixed + slots;
    instruments = new Instrument[size];
    listed = new boolean[size];
    currencyOf = new int[size];
    underlyings = new int[size];
    contract = new boolean[size];
    inverse = new boolean[size];
    tickLotValue = new long[size];
    tickSize = new long[size];
    lotsPerUnit = new long[size];
    List<Currency> found = new ArrayList<>(List.of(base));
    for (Instrument instrument : list) {
      if (!found.contains(instrument.currency())) {
        found.add(instrument.currency());
      }
    }
    currencies = List.copyOf(found);
    inverses = list.stream().anyMatch(InversePerpetual.class::isInstance);
    options = new ListedOptions(this, size);
    for (int slot = fixed; slot < size; slot++) {
      empty(slot);
    }
    for (int asset = 0; asset < fixed; asset++) {
      Instrument instrument = list.get(asset);
      int underlying =
          instrument instanceof OptionContract option ? list.indexOf(option.underlying()) : asset;
      if (underlying < 0 || underlying > asset) {
        throw new IllegalArgumentException(
            "the underlying of "
                + instrument.symbol()
                + " must stand before it in the list of instruments");
      }
      put(asset, instrument, underlying);
    }
  }

  /** A free slot: the first, so that the slots taken tell all there is to know. */
  int free() {
    for (int slot = fixed; slot < listed.length; slot++) {
      if (!listed[slot]) {
        return slot;
      }
    }
    throw new IllegalStateException(
        "all %d slots for instruments that come and go are taken".formatted(listed.length - fixed));
  }

  /** Lists an instrument in a slot. */
  void put(int slot, Instrument instrument) {
    put(slot, instrument, underlying(slot, instrument));
  }

  private int underlying(int slot, Instrument instrument) {
    if (!currencies.contains(instrument.currency())) {
      throw new IllegalArgumentException(
          "%s is paid in %s, the account knows %s"
              .formatted(instrument.symbol(), instrument.currency(), currencies));
    }
    if (instrument instanceof InversePerpetual && !inverses) {
      throw new IllegalArgumentException(
          instrument.symbol() + " is inverse; an account without one from the start takes none");
    }
    if (!(instrument instanceof OptionContract option)) {
      return slot;
    }
    for (int asset = 0; asset < listed.length; asset++) {
      if (option.underlying().equals(instruments[asset])) {
        return asset;
      }
    }
    throw new IllegalArgumentException(
        "the underlying of " + option.symbol() + " must be listed before it");
  }

  private void put(int slot, Instrument instrument, int underlying) {
    instruments[slot] = instrument;
    listed[slot] = true;
    currencyOf[slot] = currencies.indexOf(instrument.currency());
    contract[slot] = instrument instanceof PerpetualContract;
    inverse[slot] = instrument instanceof InversePerpetual;
    tickLotValue[slot] = instrument.tickLotValue();
    tickSize[slot] = instrument.tickSize();
    lotsPerUnit[slot] = Math.max(1, tickSize[slot] / tickLotValue[slot]);
    underlyings[slot] = underlying;
    if (instrument instanceof OptionContract option) {
      options.put(slot, underlying, option);
    }
  }

  /** Lists a contract by its terms alone; its {@link OptionContract} is made when somebody asks for it. */
  void put(int slot, int underlying, OptionTerms terms) {
    if (!listed[underlying] || options.is(underlying)) {
      throw new IllegalArgumentException(
          "asset " + underlying + " is nothing that options are written on");
    }
    terms.check();
    listed[slot] = true;
    currencyOf[slot] = currencyOf[underlying];
    tickLotValue[slot] = Math.multiplyExact(terms.tickSize, terms.multiplier);
    tickSize[slot] = terms.tickSize;
    lotsPerUnit[slot] = 1;
    underlyings[slot] = underlying;
    options.put(slot, underlying, terms);
  }

  /** Takes an instrument out of its slot. */
  void remove(int slot) {
    if (options.is(slot)) {
      options.remove(slot);
    } else if (options.count(slot) > 0) {
      throw new IllegalStateException(
          "%s has %d options listed on it and must stay"
              .formatted(instrument(slot).symbol(), options.count(slot)));
    }
    empty(slot);
  }

  private void empty(int slot) {
    instruments[slot] = null;
    listed[slot] = false;
    currencyOf[slot] = 0;
    contract[slot] = false;
    inverse[slot] = false;
    tickLotValue[slot] = 1;
    tickSize[slot] = 1;
    lotsPerUnit[slot] = 1;
    underlyings[slot] = slot;
  }

  boolean has(int asset) {
    return listed[asset];
  }

  int size() {
    return listed.length;
  }

  /** Whether the instrument is there; an option that was listed by its terms is made when somebody asks. */
  boolean made(int asset) {
    return instruments[asset] != null;
  }

  Instrument instrument(int asset) {
    Instrument instrument = instruments[asset];
    if (instrument == null) {
      if (!listed[asset]) {
        throw new IllegalArgumentException("nothing is listed in slot " + asset);
      }
      instrument = options.contract(asset, instrument(underlyings[asset]));
      instruments[asset] = instrument;
    }
    return instrument;
  }

  /** Empties all slots. */
  void clear() {
    for (int slot = listed.length - 1; slot >= fixed; slot--) {
      if (listed[slot] && options.is(slot)) {
        remove(slot);
      }
    }
    for (int slot = fixed; slot < listed.length; slot++) {
      if (listed[slot]) {
        remove(slot);
      }
    }
  }

  /** Becomes another one that began with the same instruments and as many slots. */
  void copy(Listing other) {
    if (other.size() != size()
        || !Arrays.equals(instruments, 0, fixed, other.instruments, 0, fixed)) {
      throw new IllegalArgumentException(
          "accounts of other instruments, or of %d and %d slots, are no copies of each other"
              .formatted(size() - fixed, other.size() - other.fixed));
    }
    System.arraycopy(other.instruments, 0, instruments, 0, size());
    System.arraycopy(other.listed, 0, listed, 0, size());
    System.arraycopy(other.currencyOf, 0, currencyOf, 0, size());
    System.arraycopy(other.underlyings, 0, underlyings, 0, size());
    System.arraycopy(other.contract, 0, contract, 0, size());
    System.arraycopy(other.inverse, 0, inverse, 0, size());
    System.arraycopy(other.tickLotValue, 0, tickLotValue, 0, size());
    System.arraycopy(other.tickSize, 0, tickSize, 0, size());
    System.arraycopy(other.lotsPerUnit, 0, lotsPerUnit, 0, size());
    options.copy(other.options);
  }

  /** Writes what the slots hold; those that stay are known. */
  void save(DataOutput out) throws IOException {
    for (int slot = fixed; slot < listed.length; slot++) {
      out.writeBoolean(listed[slot]);
      if (listed[slot]) {
        ListedInstrument.write(instruments[slot], options, underlyings[slot], slot, out);
      }
    }
  }

  void restore(DataInput in) throws IOException {
    clear();
    // Underlyings may have been listed after the slots of their options: options come last.
    OptionTerms[] later = new OptionTerms[listed.length];
    int[] on = new int[listed.length];
    String[] symbols = new String[listed.length];
    for (int slot = fixed; slot < listed.length; slot++) {
      if (in.readBoolean()) {
        ListedInstrument read = ListedInstrument.read(in);
        if (read.instrument() != null) {
          put(slot, read.instrument(), slot);
        }
        later[slot] = read.terms();
        on[slot] = read.underlying();
        symbols[slot] = read.symbol();
      }
    }
    for (int slot = fixed; slot < listed.length; slot++) {
      OptionTerms terms = later[slot];
      if (terms != null) {
        put(slot, on[slot], terms);
        options.name(slot, symbols[slot]);
      }
    }
  }
}
