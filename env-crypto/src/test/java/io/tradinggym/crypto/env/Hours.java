package io.tradinggym.crypto.env;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.crypto.market.Coin;
import io.tradinggym.market.data.MarkAndFunding;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.feature.Features;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.SpotPair;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Hours whose every number is known: bars that open, move and close at one price. */
final class Hours {
  static final long HOUR = 3_600_000L;
  static final int COUNT = 40;
  static final double PRICE = 50_000;

  /** 0.1 % at every eighth hour. */
  static final long RATE = 100_000;

  private Hours() {}

  static Series of(Instrument instrument, IntToDoubleFunction price) {
    double[] prices = IntStream.range(0, COUNT).mapToDouble(price).toArray();
    double[] volume = new double[COUNT];
    Arrays.fill(volume, 1e6);
    long[] times = IntStream.range(0, COUNT).mapToLong(i -> (i + 1) * HOUR).toArray();
    return new Series(instrument, times, prices, prices, prices, prices, volume);
  }

  static Series spot(IntToDoubleFunction price) {
    return of(Coin.BTC.spot(), price);
  }

  /** The same pair on another venue. */
  static Series elsewhere(IntToDoubleFunction price) {
    SpotPair pair = Coin.BTC.spot();
    return of(
        new SpotPair(
            pair.symbol() + "@B",
            pair.base(),
            pair.currency(),
            pair.tickSize(),
            pair.lotsPerBase()),
        price);
  }

  static Series perpetual(IntToDoubleFunction price) {
    Series bars = of(Coin.BTC.perpetual(), price);
    long[] funding =
        IntStream.range(0, COUNT).mapToLong(i -> (i + 1) % 8 == 0 ? RATE : 0).toArray();
    return bars.with(
        new MarkAndFunding(bars.close(), bars.close(), bars.close(), funding, 8 * HOUR));
  }

  static Market market(Series... series) {
    return ReplayMarket.of(List.of(series), 365 * 24);
  }

  /** From the first bar to the last, no spread, every trade made. */
  static Options options(Option<Market> option, Market market) {
    return Options.NONE
        .set(option, market)
        .set(CryptoOptions.FEATURES, FeatureSet.of(Features.logReturn(1)))
        .set(CryptoOptions.EPISODE, 0)
        .set(CryptoOptions.RANDOM_START, false)
        .set(CryptoOptions.SPREAD, 0.0);
  }
}
