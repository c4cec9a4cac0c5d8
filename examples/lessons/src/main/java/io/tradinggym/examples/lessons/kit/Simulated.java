package io.tradinggym.examples.lessons.kit;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.process.PriceProcess;
import io.tradinggym.market.process.SimulatedMarket;

/** Bars of a simulated market as plain numbers. */
public final class Simulated {
  private Simulated() {}

  /**
   * Daily bars of the first asset of a law, from 100.
   *
   * @param bars how many, &gt;= 2
   * @param seed the same seed, the same bars
   */
  public static PriceBars bars(PriceProcess law, int bars, long seed) {
    SimulatedMarket market = SimulatedMarket.of(law).bars(bars).history(0).build();
    MarketTape tape = market.tape();
    tape.next(RandomStreams.of(seed).stream("lesson"));
    Bars drawn = tape.bars();
    var instrument = market.instruments().getFirst();
    PriceBars plain = new PriceBars();
    for (int i = 0; i < drawn.length(); i++) {
      plain.append(
          drawn.closeTime(i),
          instrument.toPrice(drawn.open(0, i)),
          instrument.toPrice(drawn.high(0, i)),
          instrument.toPrice(drawn.low(0, i)),
          instrument.toPrice(drawn.close(0, i)),
          (double) drawn.volume(0, i));
    }
    return plain;
  }

  /** Closing prices. */
  public static double[] closes(PriceBars bars) {
    double[] closes = new double[bars.size()];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = bars.close(i);
    }
    return closes;
  }
}
