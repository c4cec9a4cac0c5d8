package io.tradinggym.experiments.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunLock;
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
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.csv.BadDataException;
import io.tradinggym.market.data.csv.CsvMarket;
import io.tradinggym.market.process.Markets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A folder with a memory of price patterns, and what it was made from, so that questions can be asked of it. */
public final class PatternFolder {
  private static final String SOURCE = "memory.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Windows that scales are fitted on, the first ones, however much history follows: a year. */
  private static final int FITTED = 250;

  private final Path folder;
  private final Source source;
  private final boolean simulated;
  private final PricePatterns patterns;
  private final List<String> symbols = new ArrayList<>();
  private final List<String> repairs;
  private final double[][] closes;
  private final long[] times;

  /** The bars of each instrument that it traded in: nights and weekends of others are no pattern of its own. */
  private final List<Series> own = new ArrayList<>();

  /**
   * What patterns are of.
   *
   * @param data folder of daily files; null for a simulated market
   * @param tickers of the files
   * @param repair whether defects of the files are repaired by declared rules; else they are refused
   * @param market name of a simulated market; null for files
   * @param bars how many the simulated market draws
   * @param seed of its path
   * @param window bars of a pattern, &gt;= 2
   * @param segments numbers of a pattern's shape, 1 to its bars
   * @param horizon bars from a pattern's end to its outcome, &gt;= 1
   */
  public record Source(
      @Nullable String data,
      List<String> tickers,
      boolean repair,
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
   * @param simulated whether a model drew the prices: days are those of its own calendar
   * @param asOf time of the question, UTC epoch milliseconds
   * @param outcomes of the matches beside the usual
   */
  public record Answer(
      List<Match> matches, List<String> symbols, boolean simulated, long asOf, Outcomes outcomes) {}

  /**
   * What is in the folder: what it was made from, how many bars of that, and their hash.
   *
   * @param bars that cases were made of
   * @param sha256 of times and closes of these bars
   * @param cases that were kept; null where an older version did not say
   */
  private record Kept(Source source, int bars, String sha256, @Nullable Integer cases) {}

  private record Series(double[] closes, long[] times) {}

  private PatternFolder(Path folder, Source source) {
    this.folder = folder;
    this.source = source;
    Market market = market();
    simulated = market.kind() == MarketKind.SIMULATED;
    repairs = market.repairs();
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
    for (int asset = 0; asset < closes.length; asset++) {
      own.add(traded(bars, asset));
    }
    patterns = fitted();
  }

  private Series traded(Bars bars, int asset) {
    int[] kept =
        IntStream.range(0, times.length)
            .filter(bar -> bars.traded(asset, bar) && Double.isFinite(closes[asset][bar]))
            .toArray();
    return new Series(
        Arrays.stream(kept).mapToDouble(bar -> closes[asset][bar]).toArray(),
        Arrays.stream(kept).mapToLong(bar -> times[bar]).toArray());
  }

  private Market market() {
    String data = source.data();
    String market = source.market();
    try {
      if (data != null) {
        CsvMarket files = CsvMarket.in(Path.of(data));
        return (source.repair() ? files.repairing() : files)
            .tickers(source.tickers().toArray(String[]::new));
      }
      if (market == null) {
        throw new UserError("give --data DIR with --tickers, or --market NAME");
      }
      return Markets.named(market).forEpisodes(0, source.bars());
    } catch (BadDataException e) {
      throw new UserError(e.getMessage() + "\nmend the files, or give --repair when building", e);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  /** {@return what was repaired in the files, a line for each defect; none without repair} */
  public List<String> repairs() {
    return repairs;
  }

  /**
   * Builds a memory.
   *
   * @throws UserError if the folder holds one already, or the source cannot be read
   */
  public static PatternFolder build(Path folder, Source source) {
    if (Files.exists(folder.resolve(SOURCE))) {
      throw new UserError(
          folder
              + " holds a memory already; memory build "
              + folder
              + " alone adds what came since, or choose another folder");
    }
    PatternFolder built = new PatternFolder(folder, source);
    try (RunLock _ = built.lock()) {
      Files.deleteIfExists(folder.resolve("rows")); // of one that was killed
      Files.deleteIfExists(folder.resolve("vectors"));
      Files.deleteIfExists(folder.resolve("header"));
      built.fill();
    } catch (IOException e) {
      throw new UserError("cannot write into " + folder + ": " + e.getMessage(), e);
    }
    return built;
  }

  /**
   * Adds the cases of the bars that came since a memory was built.
   *
   * @throws UserError if there is none, or the bars from then are others now
   */
  public static PatternFolder grow(Path folder) {
    Kept kept = kept(folder);
    PatternFolder grown = new PatternFolder(folder, kept.source);
    grown.requireSame(kept);
    try (RunLock _ = grown.lock()) {
      grown.fill();
    }
    return grown;
  }

  private RunLock lock() {
    return RunLock.of(RunFolder.writable(folder));
  }

  /** Cases that a killed process had added already are there once. */
  private void fill() {
    int kept;
    try (Memory memory = open()) {
      requireOwn(memory);
      for (int asset = 0; asset < closes.length; asset++) {
        for (Entry entry : cases(asset)) {
          if (!memory.knows(entry.id())) {
            memory.add(entry);
          }
        }
      }
      memory.flush();
      kept = memory.size();
    }
    try {
      RunFolder.replace(
          folder.resolve(SOURCE),
          JSON.writerWithDefaultPrettyPrinter()
                  .writeValueAsString(new Kept(source, times.length, hash(times.length), kept))
              + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String hash(int bars) {
    ByteBuffer bytes = ByteBuffer.allocate((1 + closes.length) * bars * Long.BYTES);
    for (int bar = 0; bar < bars; bar++) {
      bytes.putLong(times[bar]);
      for (double[] of : closes) {
        bytes.putDouble(of[bar]);
      }
    }
    return Sha256.of(bytes.array());
  }

  private void requireSame(Kept kept) {
    if (kept.bars > times.length || !kept.sha256.equals(hash(kept.bars))) {
      throw new UserError(
          folder
              + " was built from other prices than "
              + (source.data() == null ? source.market() : source.data())
              + " holds now; build another memory");
    }
  }

  private static Kept kept(Path folder) {
    Path file = folder.resolve(SOURCE);
    if (!Files.isRegularFile(file)) {
      throw new UserError(folder + " is no memory: it has no " + SOURCE);
    }
    try {
      return JSON.readValue(Files.readString(file), Kept.class);
    } catch (JsonProcessingException e) {
      throw new UserError(file + " is damaged: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Opens what was built.
   *
   * @throws UserError if there is none, or it is damaged, or its bars are others now, or more
   */
  public static PatternFolder open(Path folder) {
    Kept kept = kept(folder);
    PatternFolder there = new PatternFolder(folder, kept.source);
    there.requireSame(kept);
    if (kept.bars < there.times.length) {
      throw new UserError(
          (there.times.length - kept.bars)
              + " bars came since the memory was built; add them by: experiments/run memory build "
              + folder);
    }
    there.requireWhole(kept);
    return there;
  }

  /** Rows count up to the first that is damaged: what was finished and lacks some would answer from the rest. */
  private void requireWhole(Kept kept) {
    try (Memory memory = open()) {
      requireOwn(memory);
      if (kept.cases != null && memory.size() != kept.cases) {
        throw new UserError(
            folder
                + " is damaged: "
                + memory.size()
                + " of its "
                + kept.cases
                + " cases can be read; make the others again by: experiments/run memory build "
                + folder);
      }
    }
  }

  /** A version before made cases of a share on days when another market alone was open. */
  private void requireOwn(Memory memory) {
    long made = 0;
    for (int asset = 0; asset < closes.length; asset++) {
      made += patterns.ids(asset, own.get(asset).closes).filter(memory::knows).count();
    }
    if (made < memory.size()) {
      throw new UserError(
          "%d of the %d cases of %s are none that its bars make, as on days without a session: an older version built it; build another memory"
              .formatted(memory.size() - made, memory.size(), folder));
    }
  }

  /** First bars of the first instrument whose scales are fitted on. */
  private PricePatterns fitted() {
    double[] training =
        Arrays.stream(own.getFirst().closes).limit(source.window() + FITTED - 1L).toArray();
    if (training.length < source.window() + FITTED - 1) {
      throw new UserError(
          "scales are fitted on the first %d closes of %s, there are %d"
              .formatted(source.window() + FITTED - 1, symbols.getFirst(), training.length));
    }
    try {
      Shape shape = new Shape(source.window(), source.segments());
      return new PricePatterns(ShapeAndSize.fit(shape, training, 1), source.horizon());
    } catch (IllegalArgumentException e) {
      throw new UserError(folder.resolve(SOURCE) + ": " + e.getMessage(), e);
    }
  }

  /** When the scales are known. */
  private long fittedBy() {
    return own.getFirst().times[source.window() + FITTED - 2];
  }

  private List<Entry> cases(int asset) {
    return patterns.cases(asset, own.get(asset).closes, own.get(asset).times);
  }

  private Memory open() {
    try {
      return ExactMemory.open(
          folder, patterns.embedding().dimensions(), patterns.embedding().identity());
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage() + "; build another memory", e);
    }
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
    Series series = own.get(asset);
    int end = Arrays.binarySearch(series.times, time);
    end = end >= 0 ? end : -end - 2;
    if (end < 0 || series.times[end] < fittedBy()) {
      throw new UserError(
          "the data begin too late: scales are fitted on what was known by "
              + day(fittedBy())
              + "; ask for a later day");
    }
    if (end < source.window() - 1) {
      throw new UserError(ticker + " has no whole window then");
    }
    long asOf = series.times[end];
    try (Memory memory = open()) {
      List<Match> found = memory.search(patterns.query(asset, series.closes, series.times, end, k));
      double[] usual =
          cases(asset).stream()
              .filter(entry -> entry.outcomeKnownAt() <= asOf)
              .mapToDouble(Entry::outcome)
              .toArray();
      return new Answer(found, List.copyOf(symbols), simulated, asOf, Outcomes.of(found, usual));
    }
  }

  /** The day of a close: midnight ends a day. */
  public static LocalDate day(long time) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(time - 1), ZoneOffset.UTC);
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
