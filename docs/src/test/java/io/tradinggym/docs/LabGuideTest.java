package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.backtest.Backtest;
import io.tradinggym.experiments.backtest.CrossGrid;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.process.Markets;
import io.tradinggym.trading.rule.Intents;
import io.tradinggym.trading.rule.Rule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide to the lab. */
class LabGuideTest {
  @TempDir private Path folder;

  /** Long above the 200-day average, in cash below. */
  record Trend(int days) implements Rule {
    @Override
    public void decide(AsOf view, Intents intents) {
      for (int asset = 0; asset < view.assets(); asset++) {
        intents.weight(asset, view.close(asset) > view.mean(asset, days) ? 1.0 / view.assets() : 0);
      }
    }
  }

  @Test
  void aRuleTakesNineLines() throws IOException {
    Path page = folder.resolve("trend.html");
    Market market = Markets.named("watchlist:SPY").forEpisodes(64, 400);

    Backtest.of(new Trend(200)).on(market).spread(0.0002).run().report(page);

    assertThat(page).content().contains("Deflated Sharpe", "Trend[days=200]");
  }

  @Test
  void aGridIsMadeOfBars() {
    MarketTape tape = Markets.named("watchlist:SPY").forEpisodes(0, 600).tape();
    tape.next(RandomStreams.of(1).stream("path"));
    Bars bars = tape.bars();

    CrossGrid grid = new CrossGrid(bars, 0, 200, 0.0001, 0.0001);
    double[][] growth = grid.growth(new int[] {5, 10, 20}, new int[] {50, 100, 200});

    assertThat(growth).hasDimensions(3, 3);
    assertThat(growth[0][0]).isPositive();
  }
}
