package io.tradinggym.experiments.fuzz;

import io.tradinggym.crypto.market.CryptoFiles;
import io.tradinggym.crypto.venue.RuleBook;
import io.tradinggym.crypto.venue.Venue;
import io.tradinggym.experiments.options.DailyCloses;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.data.csv.ActionFile;
import io.tradinggym.market.data.csv.BarFile;
import io.tradinggym.market.data.csv.BarReader;
import io.tradinggym.market.data.csv.CsvMarket;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Bars, actions, waivers, funding, marks, rules of venues. */
final class MarketReaders {
  private static final String TICKER = "AAA.csv";
  private static final String COIN = "BTCUSDT_1h.csv";
  private static final String RATES = "BTCUSDT_funding.csv";
  private static final String MARKS = "BTCUSDT_mark.csv";
  private static final Equity EQUITY = Equity.adjusted("AAA");
  private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");
  private static final Duration AGE = Duration.ofDays(3650);

  private MarketReaders() {}

  static List<FileKind> all() {
    String[] bars = {
      Samples.days(), Samples.hours(), Samples.metaTrader(), Samples.coin(), Samples.printed()
    };
    return List.of(
        FileKind.files("bars", TICKER, file -> sound(BarFile.read(file).strict(EQUITY)), bars),
        FileKind.files(
            "bars-repaired", TICKER, file -> sound(BarFile.read(file).repaired(EQUITY)), bars),
        FileKind.files(
            "bars-of-several-tickers", "all.csv", file -> tickers(folder(file)), Samples.panel()),
        FileKind.files(
            "bars-for-volatility", TICKER, file -> DailyCloses.read(file), Samples.days()),
        FileKind.files(
            "actions", "actions.csv", MarketReaders::printed, Samples.actions(), Samples.factors()),
        FileKind.files("waivers", "waivers.csv", MarketReaders::waived, Samples.waivers()),
        FileKind.files("funding", RATES, file -> perpetual(folder(file)), Samples.funding()),
        FileKind.files("marks", MARKS, file -> perpetual(folder(file)), Samples.coin()),
        FileKind.files("coins", COIN, file -> perpetual(folder(file)), Samples.coin()),
        rules());
  }

  /** What every market may rely on. */
  static void sound(Series series) {
    for (int bar = 0; bar < series.length(); bar++) {
      double low = series.low()[bar];
      double high = series.high()[bar];
      boolean prices =
          low > 0
              && high < Double.POSITIVE_INFINITY
              && low <= series.open()[bar]
              && low <= series.close()[bar]
              && high >= series.open()[bar]
              && high >= series.close()[bar]
              && series.volume()[bar] >= 0;
      if (!prices || (bar > 0 && series.closeTimes()[bar] <= series.closeTimes()[bar - 1])) {
        throw new IllegalStateException("bar " + bar + " is not sound");
      }
    }
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  private static void tickers(Path folder) {
    MarketData data = CsvMarket.in(folder).repairing().tickers("AAA", "BBB").data();
    data.closeTime(data.length() - 1);
  }

  private static void printed(Path file) throws IOException {
    ActionFile actions = ActionFile.read(file);
    Path bars = beside(file, TICKER, Samples.printed());
    sound(BarReader.standard().actions(actions).read(bars).repaired(EQUITY));
  }

  private static void waived(Path file) throws IOException {
    beside(file, TICKER, Samples.days());
    CsvMarket.in(folder(file)).repairing().tickers("AAA").data();
  }

  private static void perpetual(Path folder) {
    try {
      beside(folder.resolve(COIN), COIN, Samples.coin());
      beside(folder.resolve(COIN), MARKS, Samples.coin());
      beside(folder.resolve(COIN), RATES, Samples.funding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CryptoFiles.in(folder).perpetual(COIN, RATES, MARKS).data();
  }

  /** Writes what a sound file needs beside it, once. */
  static Path beside(Path file, String name, String text) throws IOException {
    Path other = file.resolveSibling(name);
    return Files.exists(other) ? other : Files.writeString(other, text);
  }

  private static FileKind rules() {
    String text;
    try (InputStream in =
        Objects.requireNonNull(RuleBook.class.getResourceAsStream("okx.rules"), "okx.rules")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FileKind(
        "exchange-rules",
        "my.rules",
        List.of(text.getBytes(StandardCharsets.UTF_8)),
        bytes -> bytes,
        (folder, bytes) -> {
          RuleBook book =
              RuleBook.read(Venue.OKX, "my.rules", new String(bytes, StandardCharsets.UTF_8));
          book.symbols().forEach(symbol -> book.at(symbol, NOW, AGE));
        });
  }
}
