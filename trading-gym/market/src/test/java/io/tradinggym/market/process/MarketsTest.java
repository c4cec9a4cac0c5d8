package io.tradinggym.market.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.instrument.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketsTest {
  private static final int DRAWS = 200;

  /** Sample deviation of 200 x 252 daily returns over the law's: three standard errors. */
  private static final double DEVIATION_RATIO = 0.01;

  private static List<String> symbols(Market market) {
    return market.instruments().stream().map(Instrument::symbol).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "watchlist, 10",
    "'watchlist:SPY,AAPL', 2",
    "gbm, 1",
    "gbm:3, 3",
    "noise, 1",
    "noise:30, 30",
    "reverting:2, 2"
  })
  void namesMakeMarkets(String name, int assets) {
    Market market = Markets.named(name);
    assertThat(market.assets()).isEqualTo(assets);
    assertThat(market).hasToString(name);
    assertThat(market.fingerprint()).isEqualTo(Markets.named(name).fingerprint()).hasSize(64);
  }

  @Test
  void partsOfTheWatchlistKeepTheirOrder() {
    assertThat(symbols(Markets.named("watchlist: SPY, AAPL"))).containsExactly("SPY", "AAPL");
  }

  @Test
  void episodesAreAsLongAsTheyAreNeeded() {
    MarketTape tape = Markets.named("noise").forEpisodes(100, 500).tape();
    assertThat(tape.firstDecision()).isEqualTo(100);
    assertThat(tape.bars().length()).isEqualTo(600);
  }

  @Test
  void featuresWithShortMemoriesAreAllShownTheSamePath() {
    Market market = Markets.named("watchlist:SPY");
    MarketTape one = market.forEpisodes(1, 50).tape();
    MarketTape two = market.forEpisodes(40, 50).tape();
    one.next(RandomStreams.of(1).stream("path"));
    two.next(RandomStreams.of(1).stream("path"));
    assertThat(one.bars().close(0, 80)).isEqualTo(two.bars().close(0, 80));
  }

  @Test
  void noiseHasItsVolatilityAndNoTrend() {
    MarketTape tape = Markets.named("noise").tape();
    double squares = 0;
    double sum = 0;
    int bars = tape.bars().length() - 1;
    for (int draw = 0; draw < DRAWS; draw++) {
      tape.next(RandomStreams.of(draw).stream("path"));
      for (int bar = 0; bar < bars; bar++) {
        double change = (double) tape.bars().close(0, bar + 1) / tape.bars().close(0, bar) - 1;
        sum += change;
        squares += change * change;
      }
    }
    int n = DRAWS * bars;
    double daily = 0.2 / Math.sqrt(252);
    assertThat(Math.sqrt(squares / n) / daily).isCloseTo(1, within(DEVIATION_RATIO));
    assertThat(sum / n).isCloseTo(0, within(3 * daily / Math.sqrt(n)));
  }

  @Test
  void partsOfASplitShareNoPath() {
    Split split = Split.paths(Markets.named("noise").forEpisodes(0, 20));
    Set<List<Long>> seen = new HashSet<>();
    for (Market part : List.of(split.train(), split.validation(), split.test())) {
      MarketTape tape = part.tape();
      for (int seed = 0; seed < DRAWS; seed++) {
        tape.next(RandomStreams.of(seed).stream("path"));
        List<Long> closes =
            LongStream.range(64, 84).map(bar -> tape.bars().close(0, (int) bar)).boxed().toList();
        assertThat(seen.add(closes)).as("seed %d draws a path of its own", seed).isTrue();
      }
    }
  }

  @Test
  void aPartOfASplitFitsItselfToEpisodes() {
    Split split = Split.paths(Markets.named("noise"));
    assertThat(split.test().forEpisodes(0, 20).tape().bars().length()).isEqualTo(84);
  }

  @Test
  void historyIsReadByName(@TempDir Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    for (int day = 1; day <= 28; day++) {
      rows.append(String.format("2021-02-%02d,10,11,9,10.5,1000%n", day));
    }
    Files.writeString(folder.resolve("ABC.csv"), rows);
    Market market = Markets.named("csv:" + folder + ":ABC");
    assertThat(symbols(market)).containsExactly("ABC");
    assertThatThrownBy(() -> Split.paths(market)).hasMessageContaining("split it by dates");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bull",
        "csv",
        "csv:folder",
        "csv:folder:",
        "noise:0",
        "noise:many",
        "watchlist:IBM",
        "watchlist:SPY,SPY"
      })
  void unknownNamesAreRefused(String name) {
    assertThatThrownBy(() -> Markets.named(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusalsNameWhatWouldBeRight() {
    assertThatThrownBy(() -> Markets.named("bull"))
        .hasMessageContaining("unknown market \"bull\"; known: watchlist");
    assertThatThrownBy(() -> Markets.named("noise:0"))
        .hasMessageContaining("in 1 .. 1000, was \"0\"");
    assertThatThrownBy(() -> Markets.named("watchlist:IBM")).hasMessageContaining("NVDA, QQQ, SPY");
  }
}
