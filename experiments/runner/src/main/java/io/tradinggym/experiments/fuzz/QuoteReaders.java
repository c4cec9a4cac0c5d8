package io.tradinggym.experiments.fuzz;

import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.csv.BarFile;
import io.tradinggym.market.data.csv.BarReader;
import io.tradinggym.market.data.csv.CsvMarket;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Bid and ask, minutes of a day, zips, and which tickers a company had. */
final class QuoteReaders {
  private static final String TICKER = "AAA.csv";
  private static final Equity EQUITY = Equity.adjusted("AAA");

  private QuoteReaders() {}

  static List<FileKind> all() {
    return List.of(
        FileKind.files(
            "quotes-beside-trades", "AAA_quote.csv", QuoteReaders::beside, Samples.quotes()),
        FileKind.files("quotes-in-columns", TICKER, file -> market(file), Samples.quotedBars()),
        FileKind.files("asks", "AAA_ask.csv", QuoteReaders::side, Samples.printed()),
        FileKind.files(
            "share-minutes",
            "20230103_aaa_minute_trade.csv",
            file -> MarketReaders.sound(BarFile.read(file).repaired(EQUITY)),
            Samples.minutes()),
        FileKind.files(
            "share-minute-quotes",
            "20230103_aaa_minute_quote.csv",
            file ->
                MarketReaders.sound(
                    BarReader.standard().withoutVolumeLimit().read(file).repaired(EQUITY)),
            Samples.minuteQuotes()),
        FileKind.files(
            "zips",
            "AAA.zip",
            bytes -> bytes,
            file -> market(file),
            List.of(Samples.zip(Samples.days()))),
        FileKind.files("maps", "AAA_map.csv", QuoteReaders::mapped, Samples.map()),
        FileKind.files(
            "actions-of-a-market", "AAA_actions.csv", QuoteReaders::acted, Samples.actions()));
  }

  private static CsvMarket folder(Path file) {
    return CsvMarket.in(Objects.requireNonNull(file.getParent())).repairing();
  }

  private static void market(Path file) {
    sound(folder(file).tickers("AAA").data());
  }

  private static void beside(Path file) throws IOException {
    MarketReaders.beside(file, TICKER, Samples.printed());
    market(file);
  }

  private static void side(Path file) throws IOException {
    MarketReaders.beside(file, "AAA_bid.csv", Samples.printed());
    sound(folder(file).withoutVolumeLimit().tickers("AAA").data());
  }

  private static void mapped(Path file) throws IOException {
    MarketReaders.beside(file, TICKER, Samples.days());
    sound(folder(file).maps(Objects.requireNonNull(file.getParent())).tickers("AAA").data());
  }

  private static void acted(Path file) throws IOException {
    MarketReaders.beside(file, TICKER, Samples.printed());
    Path folder = Objects.requireNonNull(file.getParent());
    sound(folder(file).actions(folder).printed().tickers("AAA").data());
  }

  /** What accounts and fills rely on. */
  private static void sound(MarketData bars) {
    for (int bar = 0; bar < bars.length(); bar++) {
      if (!bars.traded(0, bar)) {
        continue;
      }
      requireSides(bar, bars.low(0, bar) > 0 && bars.high(0, bar) >= bars.low(0, bar));
      requireSides(bar, bars.close(0, bar) <= bars.high(0, bar));
      requireSides(
          bar,
          !bars.quoted(0)
              || (bars.bids().close(0, bar) > 0
                  && bars.bids().close(0, bar) <= bars.asks().close(0, bar)));
    }
  }

  private static void requireSides(int bar, boolean sound) {
    if (!sound) {
      throw new IllegalStateException("bar " + bar + " is not sound");
    }
  }
}
