package io.tradinggym.trading.trace;

import io.tradinggym.market.account.OptionTerms;
import io.tradinggym.market.account.Positions;
import io.tradinggym.market.instrument.Instrument;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was traded, by row: instruments come and go while an account lives. Of options that nobody has named yet the
 * terms are kept, and the contract is made when it is read: a step makes nothing.
 */
final class TradedInstruments {
  private @Nullable Instrument[] instruments = {};
  private @Nullable Instrument[] underlyings = {};
  private @Nullable OptionTerms[] terms = {};

  void set(int row, Positions of, int asset) {
    if (row >= instruments.length) {
      int rows = Math.max(row + 1, 2 * instruments.length);
      instruments = Arrays.copyOf(instruments, rows);
      underlyings = Arrays.copyOf(underlyings, rows);
      terms = Arrays.copyOf(terms, rows);
    }
    if (of.made(asset)) {
      instruments[row] = of.instrument(asset);
      return;
    }
    OptionTerms kept = terms[row];
    if (kept == null) {
      kept = new OptionTerms();
      terms[row] = kept;
    }
    of.options().terms(asset, kept);
    underlyings[row] = of.instrument(of.underlying(asset));
    instruments[row] = null;
  }

  Instrument get(int row) {
    Instrument instrument = instruments[row];
    if (instrument == null) {
      OptionTerms kept = terms[row];
      Instrument underlying = underlyings[row];
      if (kept == null || underlying == null) {
        throw new IndexOutOfBoundsException("nothing was traded in row " + row);
      }
      instrument = kept.contract(underlying);
      instruments[row] = instrument;
    }
    return instrument;
  }
}
