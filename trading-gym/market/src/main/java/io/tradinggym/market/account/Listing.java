package io.tradinggym.market.account;

import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.PerpetualContract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What an account may hold, by asset: all that never changes. */
final class Listing {
  final Instrument[] instruments;
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
  final int[][] optionsOn;

  Listing(List<? extends Instrument> list, Currency base) {
    instruments = list.toArray(Instrument[]::new);
    int size = instruments.length;
    currencyOf = new int[size];
    underlyings = new int[size];
    contract = new boolean[size];
    inverse = new boolean[size];
    tickLotValue = new long[size];
    tickSize = new long[size];
    lotsPerUnit = new long[size];
    List<Currency> found = new ArrayList<>(List.of(base));
    for (int asset = 0; asset < size; asset++) {
      Instrument instrument = instruments[asset];
      if (!found.contains(instrument.currency())) {
        found.add(instrument.currency());
      }
      currencyOf[asset] = found.indexOf(instrument.currency());
      contract[asset] = instrument instanceof PerpetualContract;
      inverse[asset] = instrument instanceof InversePerpetual;
      tickLotValue[asset] = instrument.tickLotValue();
      tickSize[asset] = instrument.tickSize();
      lotsPerUnit[asset] = Math.max(1, tickSize[asset] / tickLotValue[asset]);
      underlyings[asset] =
          instrument instanceof OptionContract option ? list.indexOf(option.underlying()) : asset;
      if (underlyings[asset] < 0 || underlyings[asset] > asset) {
        throw new IllegalArgumentException(
            "the underlying of "
                + instrument.symbol()
                + " must stand before it in the list of instruments");
      }
    }
    currencies = List.copyOf(found);
    inverses = list.stream().anyMatch(InversePerpetual.class::isInstance);
    optionsOn = new int[size][];
    for (int asset = 0; asset < size; asset++) {
      int on = asset;
      optionsOn[asset] =
          IntStream.range(0, size).filter(i -> i != on && underlyings[i] == on).toArray();
    }
  }
}
