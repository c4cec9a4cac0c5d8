package io.tradinggym.experiments.signals;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.UserError;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.process.SimulatedMarket;
import io.tradinggym.market.process.WatchlistMarket;
import java.util.List;

/** One path of ten years of the calibrated market of the watchlist: what is shown where nothing can be had. */
final class SimulatedData implements TickerData {
  private static final int YEARS_OF_DAYS = 2_520;
  private final List<String> symbols;
  private final SimulatedMarket market;
  private final Bars bars;

  SimulatedData(long seed) {
    market = WatchlistMarket.builder().history(0).bars(YEARS_OF_DAYS).build();
    symbols = market.instruments().stream().map(each -> each.symbol()).toList();
    MarketTape tape = market.tape();
    tape.next(RandomStreams.of(seed).stream("daily job"));
    bars = tape.bars();
  }

  @Override
  public String described() {
    return "prices that a model calibrated on 2005 to 2022 drew; none of this happened";
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public PriceBars bars(String ticker) {
    int asset = symbols.indexOf(ticker);
    if (asset < 0) {
      throw new UserError("the simulated market has " + symbols + ", not " + ticker);
    }
    PriceBars path = new PriceBars();
    for (int bar = 0; bar < bars.length(); bar++) {
      path.append(
          bars.closeTime(bar),
          price(asset, bars.open(asset, bar)),
          price(asset, bars.high(asset, bar)),
          price(asset, bars.low(asset, bar)),
          price(asset, bars.close(asset, bar)),
          (double) bars.volume(asset, bar));
    }
    return path;
  }

  private double price(int asset, long ticks) {
    return market.instruments().get(asset).toPrice(ticks);
  }
}
