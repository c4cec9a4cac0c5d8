package io.tradinggym.options.board;

import io.tradinggym.options.chain.ChainFile;
import io.tradinggym.options.chain.QuoteWidth;
import io.tradinggym.options.chain.RecordedChain;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.Strategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Recorded chains of one underlying, one of each session, to be traded day by day. Immutable, shared by all lanes.
 *
 * <p>What is bid and offered is what was recorded; sources without bid and ask (Lean's universes) get quotes around the
 * last price, as wide as {@link #QUOTED} makes them. Prices are taken as they are: a split between two days is not
 * undone, unless {@link #split} made it.
 */
public final class ChainHistory {
  /** Quotes where the source has none: one volatility point wide at the money at 30 days, and a cent. */
  public static final QuoteWidth QUOTED = new QuoteWidth(1, 1, 0, 1);

  private final List<RecordedDay> days;

  private ChainHistory(List<RecordedDay> days) {
    this.days = days;
  }

  /** Notes what a board shows, session by session. */
  public static final class Recorder {
    private final List<RecordedDay> days = new ArrayList<>();

    /** Nothing yet. */
    public Recorder() {}

    /**
     * Notes all contracts that a board shows today.
     *
     * @param board shows the session to note
     */
    public void add(OptionBoard board) {
      days.add(new RecordedDay(board));
    }

    /**
     * {@return the history of the sessions that were noted}
     *
     * @throws IllegalStateException if it is less than two days
     */
    public ChainHistory history() {
      if (days.size() < 2) {
        throw new IllegalStateException("a history needs at least 2 days, had " + days.size());
      }
      return new ChainHistory(List.copyOf(days));
    }
  }

  /**
   * {@return the history of some of its days, the underlying closing as given}
   *
   * @throws IllegalArgumentException if a day was not recorded
   * @param epochDays ascending, all of them recorded
   * @param cents closes of the underlying, one for each of these days; whole cents, > 0
   */
  public ChainHistory on(int[] epochDays, long[] cents) {
    List<RecordedDay> chosen = new ArrayList<>();
    for (int i = 0; i < epochDays.length; i++) {
      int index = index(LocalDate.ofEpochDay(epochDays[i]));
      if (index < 0) {
        throw new IllegalArgumentException(
            "no chain of " + LocalDate.ofEpochDay(epochDays[i]) + " was recorded");
      }
      chosen.add(days.get(index).closing(cents[i]));
    }
    return new ChainHistory(List.copyOf(chosen));
  }

  /**
   * {@return the same history, had the underlying split: prices and strikes from a day on are of new shares}
   *
   * @throws IllegalArgumentException if day or factor is out of range
   * @param from index of the day in whose morning it splits, >= 1
   * @param factor new shares for an old one, in 2 .. 20
   */
  public ChainHistory split(int from, int factor) {
    if (from < 1 || from >= days() || factor < 2 || factor > 20) {
      throw new IllegalArgumentException(
          "a split of 2 .. 20 for 1 on one of the days 1 .. %d, was %d for 1 on day %d"
              .formatted(days() - 1, factor, from));
    }
    List<RecordedDay> split = new ArrayList<>(days.subList(0, from));
    for (int i = from; i < days(); i++) {
      split.add(days.get(i).inShares(factor, i == from));
    }
    return new ChainHistory(List.copyOf(split));
  }

  /**
   * {@return the index of the chain of a date, from 0; -1 if there is none}
   *
   * @param date a session
   */
  public int index(LocalDate date) {
    int day = (int) date.toEpochDay();
    int low = 0;
    int high = days.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days.get(middle).day < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return days.get(low).day == day ? low : -1;
  }

  /**
   * {@return the history of chains, which may come in any order}
   *
   * @param chains one a day, of contracts on 100 shares
   * @throws IllegalArgumentException if there are fewer than two, or two of one date
   */
  public static ChainHistory of(List<RecordedChain> chains) {
    if (chains.size() < 2) {
      throw new IllegalArgumentException(
          "a history needs chains of at least 2 days, had " + chains.size());
    }
    List<RecordedDay> days = new ArrayList<>();
    for (RecordedChain chain :
        chains.stream().sorted(Comparator.comparing(RecordedChain::time)).toList()) {
      if (chain.contractSize() != Strategy.STANDARD_MULTIPLIER) {
        throw new IllegalArgumentException(
            chain.report().file()
                + ": contracts of "
                + chain.contractSize()
                + " units; environments trade contracts of 100");
      }
      RecordedDay next = new RecordedDay(chain, QUOTED);
      if (!days.isEmpty() && days.getLast().day == next.day) {
        throw new IllegalArgumentException(
            "two chains of " + chain.date() + ", the second from " + chain.report().file());
      }
      days.add(next);
    }
    return new ChainHistory(List.copyOf(days));
  }

  /**
   * Reads all files of a folder, or of those whose names begin as the path's last part does ({@code
   * data/lean_universe_goog}). Broken quotes are left out.
   *
   * @param path a folder, or a folder and how names begin
   * @return the history of their chains
   * @throws IllegalArgumentException if there is no such folder, or there are not two chains of different days
   * @throws io.tradinggym.options.chain.BadChainException if a file cannot be read as a chain
   */
  public static ChainHistory read(Path path) {
    Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    String start = Files.isDirectory(path) ? "" : String.valueOf(path.getFileName());
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("there is no folder " + folder + " of recorded chains");
    }
    List<RecordedChain> chains = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (String.valueOf(file.getFileName()).startsWith(start)) {
          chains.add(ChainFile.of(file).excludingBroken().read());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (chains.size() < 2) {
      throw new IllegalArgumentException(
          path + ": a history needs the chains of at least 2 days, found " + chains.size());
    }
    return of(chains);
  }

  /**
   * Asks that there is something of a kind to trade.
   *
   * @param type call or put
   * @throws IllegalArgumentException if no call, or no put, has quotes on any day
   */
  public void require(OptionType type) {
    if (days.stream().noneMatch(day -> day.quotes(type))) {
      String kind = type == OptionType.CALL ? "call" : "put";
      throw new IllegalArgumentException(
          "no %s is quoted on any of the %d recorded days from %s to %s"
              .formatted(kind, days(), date(0), date(days() - 1)));
    }
  }

  /** {@return the number of recorded days} */
  public int days() {
    return days.size();
  }

  /**
   * {@return the date of a day}
   *
   * @param index index of the day, from 0
   */
  public LocalDate date(int index) {
    return LocalDate.ofEpochDay(days.get(index).day);
  }

  /**
   * {@return the date of a day as days since 1970-01-01}
   *
   * @param index index of the day, from 0
   */
  public int epochDay(int index) {
    return days.get(index).day;
  }

  /**
   * {@return the close of the underlying on a day, in its currency}
   *
   * @param index index of the day, from 0
   */
  public double spot(int index) {
    return days.get(index).spotCents / 100.0;
  }

  RecordedDay day(int index) {
    return days.get(index);
  }
}
