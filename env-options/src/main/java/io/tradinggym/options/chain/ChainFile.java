package io.tradinggym.options.chain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Reads a recorded option chain from a CSV file, plain or gzip, in any {@link ChainLayout}, recognised by its first
 * line.
 *
 * <p>By default the first broken quote ends it with one message; {@link #excludingBroken} leaves broken quotes out and
 * counts them, contracts of an adjusted root or another size among them. Stale, locked and bidless quotes are facts of
 * markets: they stay unless {@link #excluding} names them.
 *
 * <p>The moment of the quotes is that of the latest trade or bar in the file where it has times; else the close in New
 * York of {@link #on the date given}, else of the date in the file's name (eight digits).
 */
public final class ChainFile {
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final Path path;
  private final Optional<LocalDate> date;
  private final Set<QuoteDefect> excluded;
  private final Optional<Duration> oldest;

  private ChainFile(
      Path path, Optional<LocalDate> date, Set<QuoteDefect> excluded, Optional<Duration> oldest) {
    this.path = path;
    this.date = date;
    this.excluded = excluded;
    this.oldest = oldest;
  }

  /**
   * {@return a reader of a file, strict}
   *
   * @param path of the file
   */
  public static ChainFile of(Path path) {
    return new ChainFile(path, Optional.empty(), Set.of(), Optional.empty());
  }

  /**
   * {@return a reader that takes the quotes for those of the close of a date}
   *
   * @param day a date in New York
   */
  public ChainFile on(LocalDate day) {
    return new ChainFile(path, Optional.of(day), excluded, oldest);
  }

  /**
   * Leaves out what is broken instead of refusing the file.
   *
   * @return a reader that leaves them out
   */
  public ChainFile excludingBroken() {
    EnumSet<QuoteDefect> all = EnumSet.allOf(QuoteDefect.class);
    all.removeIf(defect -> !defect.isBroken() && !excluded.contains(defect));
    return new ChainFile(path, date, all, oldest);
  }

  /**
   * Leaves out quotes of one more kind.
   *
   * @param defect what is wrong with them
   * @return a reader that leaves them out too
   */
  public ChainFile excluding(QuoteDefect defect) {
    EnumSet<QuoteDefect> more = EnumSet.of(defect);
    more.addAll(excluded);
    return new ChainFile(path, date, more, oldest);
  }

  /**
   * Leaves out contracts whose last trade is older than this at the moment of the quotes.
   *
   * @param age largest time since the last trade
   * @return a reader that leaves them out too
   */
  public ChainFile excludingOlderThan(Duration age) {
    ChainFile more = excluding(QuoteDefect.STALE);
    return new ChainFile(path, date, more.excluded, Optional.of(age));
  }

  /**
   * Reads the file.
   *
   * @return the chain, whose report tells what was left out
   * @throws NoSuchFileException if there is no such file
   * @throws BadChainException if the layout is not known, a quote is broken, or nothing is left
   */
  public RecordedChain read() throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(path.toString(), null, "there is no such file");
    }
    String name = String.valueOf(path.getFileName());
    ChainParser parser = new ChainParser(name, lines());
    Map<QuoteDefect, Integer> counts = new EnumMap<>(QuoteDefect.class);
    List<ChainRow> parsed = parser.parse(excluded.contains(QuoteDefect.UNREADABLE), date);
    if (parser.unreadable() > 0) {
      counts.put(QuoteDefect.UNREADABLE, parser.unreadable());
    }
    Instant time = parser.time(parsed, date);
    Identity identity = Identity.of(parsed);
    QuoteChecks checks = new QuoteChecks(name, parser.layout(), time, oldest, identity);
    Map<String, ChainRow> kept = new HashMap<>();
    String first = parser.firstUnreadable();
    for (ChainRow row : parsed) {
      Optional<QuoteDefect> reason = Optional.empty();
      for (QuoteDefect defect : QuoteDefect.values()) {
        // What is no contract of the chain repeats none of its own.
        boolean found =
            defect == QuoteDefect.DUPLICATE
                ? kept.containsKey(row.contract()) && !checks.isForeign(row)
                : checks.has(row, defect);
        if (found && excluded.contains(defect)) {
          reason = Optional.of(defect);
          break;
        }
        if (found && defect.isBroken()) {
          throw new BadChainException(checks.message(row, defect, kept.get(row.contract())));
        }
      }
      if (reason.isPresent()) {
        first = first == null ? checks.message(row, reason.get(), kept.get(row.contract())) : first;
        counts.merge(reason.get(), 1, Integer::sum);
      } else {
        kept.put(row.contract(), row);
      }
    }
    int rows = parsed.size() + parser.unreadable();
    requireOneCurrency(name, identity, kept);
    ChainReport report = new ChainReport(name, parser.layout(), rows, counts);
    if (kept.isEmpty()) {
      throw new BadChainException(
          name
              + ": no usable contract: "
              + report
              + (first == null ? "" : "; the first: " + first));
    }
    BoardChecks.require(name, kept.values());
    return new RecordedChain(
        report, time, parser.underlying(), identity, List.copyOf(kept.values()));
  }

  private static void requireOneCurrency(
      String name, Identity identity, Map<String, ChainRow> kept) {
    for (ChainRow row : kept.values()) {
      if (!row.currency().equals(identity.currency())) {
        throw new BadChainException(
            name
                + ":"
                + row.line()
                + ": "
                + row.contract()
                + " is quoted in "
                + row.currency()
                + ", the others in "
                + identity.currency()
                + "; one currency");
      }
    }
  }

  private List<String> lines() throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(path))) {
      raw.mark(2);
      boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      try (InputStream in = gzip ? new GZIPInputStream(raw) : raw) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
      }
    }
  }
}
