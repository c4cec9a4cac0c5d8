package io.tradinggym.allocator.multi;

import io.tradinggym.market.Money;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.data.csv.BarFile;
import io.tradinggym.market.data.csv.CsvMarket;
import io.tradinggym.market.data.csv.FundingFile;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.options.board.ChainHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a {@link MultiHistory}. */
final class HistoryFolder {
  private static final String SHARES = "shares";
  private static final String CHAINS = "chains";
  private static final String ENDING = ".csv";
  private static final String ACTIONS = "_actions.csv";

  private HistoryFolder() {}

  static MultiHistory read(Path folder, double rate) {
    Path shares = folder.resolve(SHARES);
    Path chains = folder.resolve(CHAINS);
    List<String> optionable = names(chains, "");
    List<String> tickers = new ArrayList<>(optionable);
    for (String ticker : names(shares, ENDING)) {
      if (!tickers.contains(ticker)) {
        tickers.add(ticker);
      }
    }
    List<ChainHistory> histories =
        optionable.stream().map(ticker -> ChainHistory.read(chains.resolve(ticker))).toList();
    MarketData bars =
        CsvMarket.in(shares)
            .actions(shares)
            .printed()
            .tickers(tickers.toArray(String[]::new))
            .data();
    return MultiHistory.of(bars, histories, perpetual(folder), rate);
  }

  /** Names of files in a folder without their ending, in order. */
  private static List<String> names(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ending) && !name.endsWith(ACTIONS))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static MarketData perpetual(Path folder) {
    try {
      BarFile file = BarFile.readAroundTheClock(folder.resolve("perpetual.csv"));
      Perpetual instrument =
          new Perpetual("PERP", new Currency("COIN"), Currency.USD, Money.UNITS / 100, 1_000);
      Series bars = file.strict(instrument);
      Series funded = FundingFile.read(folder.resolve("funding.csv")).over(bars, null, false);
      return ReplayMarket.of(List.of(funded), file.barsPerYear()).data();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the perpetual in " + folder, e);
    }
  }
}
