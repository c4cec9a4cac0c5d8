package io.tradinggym.examples.tradehistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.process.SimulatedMarket;
import io.tradinggym.market.process.WatchlistMarket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeHistoryTest {
  private static final List<LocalDate> WEEKDAYS =
      LocalDate.of(2005, 1, 3)
          .datesUntil(LocalDate.of(2023, 1, 1))
          .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
          .toList();

  /** One simulated path, in files as a provider would write them. */
  private static void write(Path folder) throws IOException {
    SimulatedMarket market = WatchlistMarket.builder().history(0).bars(WEEKDAYS.size()).build();
    MarketTape tape = market.tape();
    tape.next(RandomStreams.of(5).stream("files"));
    for (int asset = 0; asset < market.assets(); asset++) {
      Instrument instrument = market.instruments().get(asset);
      StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
      for (int bar = 0; bar < WEEKDAYS.size(); bar++) {
        text.append(WEEKDAYS.get(bar))
            .append(row(instrument, tape.bars(), asset, bar))
            .append('\n');
      }
      Files.writeString(folder.resolve(instrument.symbol() + ".csv"), text);
    }
  }

  private static String row(Instrument instrument, Bars bars, int asset, int bar) {
    return ","
        + instrument.toPrice(bars.open(asset, bar))
        + ","
        + instrument.toPrice(bars.high(asset, bar))
        + ","
        + instrument.toPrice(bars.low(asset, bar))
        + ","
        + instrument.toPrice(bars.close(asset, bar))
        + ","
        + bars.volume(asset, bar);
  }

  private static void run(Path folder) {
    try {
      TradeHistory.main(
          new String[] {folder.toString(), folder.resolve("results").toString(), "5000"});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void filesBecomeAnAgentItsReportAndItsNextAction(@TempDir Path folder) throws IOException {
    write(folder);
    String printed = Printed.by(() -> run(folder));
    assertThat(printed).matches("SPY, AAPL, MSFT: \\[(-?[\\d.E-]+, ){2}-?[\\d.E-]+]");
    assertThat(Files.readString(folder.resolve("results/report.html")))
        .contains(
            "AAPL", "buy-and-hold", "oracle", "10 unseen paths", "opened once by this program");
    assertThat(folder.resolve("results/spy.policy")).isNotEmptyFile();
    assertThat(Printed.by(() -> run(folder)))
        .as("a finished run is not trained again")
        .isEqualTo(printed);
  }

  @Test
  void asksForWhatIsMissing() {
    assertThatThrownBy(() -> TradeHistory.main(new String[0]))
        .hasMessageContaining("DATA-FOLDER RESULT-FOLDER STEPS");
  }
}
