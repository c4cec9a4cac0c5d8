package io.tradinggym.experiments.ledger;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every trial of every command, in a file of JSON lines beside the runs. A trial is written down before it begins and
 * again when it ends, so one whose process was killed is there, too.
 */
public final class Ledger {
  /** Name of the file. */
  public static final String NAME = "ledger.jsonl";

  /** Names one ledger for everything, wherever results go. */
  public static final String VARIABLE = "TRADING_GYM_LEDGER";

  private final LedgerFile file;
  private final InstantSource clock;

  private Ledger(Path path, InstantSource clock) {
    file = new LedgerFile(path);
    this.clock = clock;
  }

  /** The ledger in a file, which need not be there yet. */
  public static Ledger at(Path path) {
    return at(path, InstantSource.system());
  }

  /** The same, told the time by somebody. */
  public static Ledger at(Path path, InstantSource clock) {
    return new Ledger(path, clock);
  }

  /** The ledger of results in some place, a run's folder or a file: the one beside it, or {@value #VARIABLE}. */
  public static Ledger beside(Path results) {
    String chosen = System.getenv(VARIABLE);
    return at(
        chosen == null || chosen.isBlank()
            ? results.toAbsolutePath().normalize().resolveSibling(NAME)
            : Path.of(chosen));
  }

  /** Where it is. */
  public Path path() {
    return file.path();
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /**
   * Writes down that trials begin.
   *
   * @throws io.tradinggym.experiments.UserError if the file cannot be written: nothing is tried without it
   */
  public void begin(List<Entry> entries) {
    String now = now();
    file.append(entries.stream().map(entry -> LedgerJson.began(entry, now)).toList());
  }

  /** Writes down how a trial ended. */
  public void end(Entry entry, Outcome outcome) {
    end(Map.of(entry, outcome));
  }

  /** Writes down how trials ended, all at once. */
  public void end(Map<Entry, Outcome> outcomes) {
    String now = now();
    List<String> lines = new ArrayList<>();
    outcomes.forEach((entry, outcome) -> lines.add(LedgerJson.ended(entry.id(), outcome, now)));
    file.append(lines);
  }

  /** Writes down trials that are over already, such as those of a grid. */
  public void add(Map<Entry, Outcome> outcomes) {
    String now = now();
    List<String> lines = new ArrayList<>();
    outcomes.forEach(
        (entry, outcome) -> {
          lines.add(LedgerJson.began(entry, now));
          lines.add(LedgerJson.ended(entry.id(), outcome, now));
        });
    file.append(lines);
  }

  /** Every trial once, in the order in which they first began. */
  public List<LedgerRow> rows() {
    Map<String, LedgerRow> rows = new LinkedHashMap<>();
    file.lines(line -> LedgerJson.read(line, rows));
    return List.copyOf(rows.values());
  }

  /** How many lines say nothing: torn by a process that died, or of a trial whose beginning is not there. */
  public int lost() {
    Map<String, LedgerRow> rows = new LinkedHashMap<>();
    AtomicInteger lost = new AtomicInteger();
    file.lines(line -> lost.addAndGet(LedgerJson.read(line, rows) ? 0 : 1));
    return lost.get();
  }

  /** Trials on a market, which all were looks at the same luck. */
  public List<LedgerRow> on(String market) {
    return rows().stream().filter(row -> row.entry().market().equals(market)).toList();
  }
}
