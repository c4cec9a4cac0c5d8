package io.tradinggym.experiments.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.explain.memory.Entry;
import io.tradinggym.explain.memory.ExactMemory;
import io.tradinggym.explain.memory.Match;
import io.tradinggym.explain.memory.Memory;
import io.tradinggym.explain.memory.Outcomes;
import io.tradinggym.explain.memory.PricePatterns;
import io.tradinggym.explain.memory.embedding.Shape;
import io.tradinggym.explain.memory.embedding.ShapeAndSize;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.csv.BadDataException;
import io.tradinggym.market.data.csv.CsvMarket;
import io.tradinggym.market.process.Markets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder with a memory of price patterns, and what it was made from, so that questions can be asked of it. */
public final class PatternFolder {
  private static final String SOURCE = "memory.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The part of the bars that scales are fitted on: those before it was known what comes. */
  private static final double FITTED = 0.5;

  private final Path folder;
  private final Source source;
  private final List<String> symbols = new ArrayList<>();
  private final double[][] closes;
  private final long[] times;

  /**
   * What patterns are of.
   *
   * @param data folder of daily files; null for a simulated market
   * @param tickers of the files
   * @param market name of a simulated market; null for files
   * @param bars of the simulated market
   * @param seed of its path
   * @param window bars of a pattern
   * @param segments numbers of its shape
   * @param horizon bars to its outcome
   */
  public record Source(
      @Nullable String data,
      List<String> tickers,
      @Nullable String market,
      int bars,
      long seed,
      int window,
      int segments,
      int horizon) {}

  /**
   * What was found.
   *
   * @param matches nearest first
   * @param symbols names of the instruments
   * @param asOf time of the question
   * @param outcomes of the matches beside the usual
   */
  public record Answer(List<Match> matches, List<String> symbols, long asOf, Outcomes outcomes) {}

  private PatternFolder(Path folder, Source source) {
    this.folder = folder;
    this.source = source;
    Market market = market(source);
    market.instruments().forEach(instrument -> symbols.add(instrument.symbol()));
    MarketTape tape = market.tape();
    tape.next(RandomStreams.of(source.seed()).stream("memory"));
    Bars bars = tape.bars();
    closes = new double[bars.assets()][bars.length()];
    times = new long[bars.length()];
    for (int bar = 0; bar < bars.length(); bar++) {
      times[bar] = bars.closeTime(bar);
      for (int asset = 0; asset < closes.length; asset++) {
        long ticks = bars.close(asset, bar);
        boolean there = ticks > 0 && bar < bars.goneFrom(asset);
        closes[asset][bar] = there ? market.instruments().get(asset).toPrice(ticks) : Double.NaN;
      }
    }
  }

  private static Market market(Source source) {
    String data = source.data();
    String market = source.market();
    try {
      if (data != null) {
        return CsvMarket.in(Path.of(data))
            .repairing()
            .tickers(source.tickers().toArray(String[]::new));
      }
      if (market == null) {
        throw new UserError("give --data DIR with --tickers, or --market NAME");
      }
      return Markets.named(market).forEpisodes(0, source.bars());
    } catch (BadDataException | IllegalArgumentException | UncheckedIOException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Builds a memory.
   *
   * @throws UserError if the folder holds one already, or the source cannot be read
   */
  public static PatternFolder build(Path folder, Source source) {
    if (Files.exists(folder.resolve(SOURCE))) {
      throw new UserError(folder + " holds a memory already; choose another folder");
    }
    PatternFolder built = new PatternFolder(folder, source);
    try (Memory memory = built.open()) {
      for (int asset = 0; asset < built.closes.length; asset++) {
        built.cases(asset).forEach(memory::add);
      }
      memory.flush();
    }
    try {
      RunFolder.replace(
          folder.resolve(SOURCE),
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(source) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return built;
  }

  /**
   * Opens what was built.
   *
   * @throws UserError if there is none
   */
  public static PatternFolder open(Path folder) {
    Path file = folder.resolve(SOURCE);
    if (!Files.isRegularFile(file)) {
      throw new UserError(folder + " is no memory: it has no " + SOURCE);
    }
    try {
      return new PatternFolder(folder, JSON.readValue(Files.readString(file), Source.class));
    } catch (IOException e) {
      throw new UserError(file + " is damaged: " + e.getMessage(), e);
    }
  }

  /** Scales are fitted on the first half of the first instrument's whole windows. */
  private PricePatterns patterns() {
    int fitted = Math.max(source.window() + 2, (int) (FITTED * times.length));
    double[] training =
        Arrays.stream(closes[0], 0, Math.min(fitted, times.length))
            .filter(Double::isFinite)
            .toArray();
    Shape shape = new Shape(source.window(), source.segments());
    return new PricePatterns(ShapeAndSize.fit(shape, training, 1), source.horizon());
  }

  private List<Entry> cases(int asset) {
    return patterns().cases(asset, closes[asset], times);
  }

  private Memory open() {
    PricePatterns patterns = patterns();
    return ExactMemory.open(
        folder, patterns.embedding().dimensions(), patterns.embedding().identity());
  }

  /**
   * The nearest cases to the window of a ticker that ends at the last bar up to a time.
   *
   * @throws UserError if the ticker is not there, or has no whole window then
   */
  public Answer search(String ticker, long time, int k) {
    int asset = symbols.indexOf(ticker);
    if (asset < 0) {
      throw new UserError("the memory knows no " + ticker + "; it knows " + symbols);
    }
    int end = Arrays.binarySearch(times, time);
    end = end >= 0 ? end : -end - 2;
    if (end < source.window() - 1) {
      throw new UserError("the data begin too late for a window of " + source.window() + " bars");
    }
    for (int i = end - source.window() + 1; i <= end; i++) {
      if (!(closes[asset][i] > 0)) {
        throw new UserError(ticker + " has no whole window then");
      }
    }
    PricePatterns patterns = patterns();
    long asOf = times[end];
    try (Memory memory = open()) {
      List<Match> found = memory.search(patterns.query(asset, closes[asset], times, end, k));
      double[] usual =
          cases(asset).stream()
              .filter(entry -> entry.outcomeKnownAt() <= asOf)
              .mapToDouble(Entry::outcome)
              .toArray();
      return new Answer(found, List.copyOf(symbols), asOf, Outcomes.of(found, usual));
    }
  }

  /** What is in it, a line each. */
  public List<String> stats() {
    try (Memory memory = open()) {
      return List.of(
          "cases       " + memory.size(),
          "numbers     " + memory.dimensions(),
          "embedding   " + memory.identity(),
          "instruments " + String.join(", ", symbols),
          "bars        " + times.length,
          "outcome     return over " + source.horizon() + " bars");
    }
  }
}
