package io.tradinggym.market.data.csv;

import io.tradinggym.market.Money;
import io.tradinggym.market.calendar.AroundTheClock;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of CSV files, one per ticker, as a market of stocks; or one file, or some in the folder, that hold several
 * tickers, with a column that names them.
 *
 * <pre>{@code
 * ReplayMarket market = CsvMarket.in(Path.of("data")).tickers("SPY", "AAPL", "MSFT");
 * }</pre>
 *
 * <p>Bid and ask may stand in columns of the same file ({@code bid_open} to {@code ask_close}), beside it in {@code
 * TICKER_quote.csv}, or in {@code TICKER_bid.csv} and {@code TICKER_ask.csv}; then orders are filled at the side that
 * they pay.
 *
 * <p>A ticker may have a folder of its own, in either case, with a file a day as QuantConnect Lean keeps minutes:
 * {@code aapl/20140605_trade.zip} and {@code 20140605_quote.zip} of {@code equity/usa/minute}.
 *
 * <p>Days whose prices are right although they look wrong may be waived in a file {@code waivers.csv} of the folder,
 * with columns {@code ticker,date,reason}.
 */
public final class CsvMarket {
  private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".txt", ".txt.gz", ".zip");

  private static final String WAIVERS = "waivers.csv";

  /** Currencies but dollars, and coins, that pairs are quoted in. */
  private static final Pattern OTHER_CURRENCY =
      Pattern.compile("[A-Z0-9]+/(BTC|XBT|ETH|BNB|EUR|GBP|JPY|CHF|AUD|CAD|NZD|CNY|KRW|TRY|BRL)");

  /** Shares were once printed in sixteenths. */
  private static final long PRINTED_TICK = Money.UNITS / 10_000;

  private final Path folder;
  private final BarReader reader;
  private final boolean repair;
  private final @Nullable Path actions;
  private final @Nullable Path maps;
  private final boolean printed;

  private CsvMarket(
      Path folder,
      BarReader reader,
      boolean repair,
      @Nullable Path actions,
      @Nullable Path maps,
      boolean printed) {
    this.actions = actions;
    this.maps = maps;
    this.printed = printed;
    this.folder = folder;
    this.reader = reader;
    this.repair = repair;
  }

  /**
   * Reads strictly: any defect is refused.
   *
   * @param folder of files, or one file that holds several tickers
   * @return a reader that refuses files with defects
   */
  public static CsvMarket in(Path folder) {
    return new CsvMarket(folder, BarReader.standard(), false, null, null, false);
  }

  /**
   * Repairs defects by the rules of {@link Defect.Kind}; those that cannot be repaired are refused still.
   *
   * @return a reader that repairs
   */
  public CsvMarket repairing() {
    return new CsvMarket(folder, reader, true, actions, maps, printed);
  }

  /**
   * {@return a reader of the same folder to which this is declared about the files}
   *
   * @param declared instead of what was declared before
   */
  public CsvMarket reading(BarReader declared) {
    return new CsvMarket(folder, declared, repair, actions, maps, printed);
  }

  /** {@return a reader for which files without volumes are no defect: orders fill without a limit of volume} */
  public CsvMarket withoutVolumeLimit() {
    return reading(reader.withoutVolumeLimit());
  }

  /**
   * {@return a reader for which prices are as printed on the day; splits and dividends of a ticker are in {@code
   * TICKER_actions.csv}, {@code TICKER_factor.csv} or {@code TICKER.csv} of a folder, in either case, by {@link
   * ActionFile}} Prices are adjusted by them.
   *
   * @param others folder of the files of splits and dividends
   */
  public CsvMarket actions(Path others) {
    return new CsvMarket(folder, reader, repair, others, maps, printed);
  }

  /**
   * {@return a reader for which files are named as tickers were at the time: which a company had when is in {@code
   * TICKER_map.csv} of a folder, in either case, by {@link MapFile}} The bars of a ticker are put together from the
   * files of all tickers that its company had, each for its own days; a former ticker without a file of its own is
   * looked for in the file of the last. What a file holds beside these days is of another company.
   *
   * @param others folder of the map files
   */
  public CsvMarket maps(Path others) {
    return new CsvMarket(folder, reader, repair, actions, others, printed);
  }

  /**
   * {@return a reader whose prices stay as printed, in ticks of a cent's hundredth; dividends and splits are events of
   * the bars, for accounts that pay and split}
   */
  public CsvMarket printed() {
    return new CsvMarket(folder, reader, repair, actions, maps, true);
  }

  /**
   * {@return a reader for which times that state no offset are of this zone}
   *
   * @param local zone of the files' times
   */
  public CsvMarket zone(ZoneId local) {
    return reading(reader.zone(local));
  }

  /**
   * {@return the market of these tickers, in this order} Jumps that all of them make are the market's, no defects of
   * one.
   *
   * @param tickers as the files are named; at least one, each once
   * @throws BadDataException naming file, line and value of what strict reading refuses
   * @throws IllegalArgumentException naming the files there are, if a ticker has none, or bars of different lengths
   */
  public ReplayMarket tickers(String... tickers) {
    if (tickers.length == 0) {
      throw new IllegalArgumentException("at least one ticker is needed");
    }
    if (Arrays.stream(tickers).distinct().count() < tickers.length) {
      throw new IllegalArgumentException("every ticker once, was " + Arrays.toString(tickers));
    }
    try {
      Map<String, Waivers> waivers = WaiverFile.read(folder.resolve(WAIVERS));
      List<Draft> drafts = new ArrayList<>();
      for (String ticker : tickers) {
        Waivers waived = waivers.getOrDefault(ticker, reader.waivers());
        BarReader how = reader.waiving(waived);
        Draft draft = maps == null ? draft(ticker, how) : mapped(ticker, how, maps);
        drafts.add(actions == null ? draft : draft.with(actionsOf(actions, ticker)));
      }
      MarketMoves moves = MarketMoves.of(drafts.stream().map(Draft::rows).toList());
      List<BarFile> files = drafts.stream().map(draft -> draft.finished(moves)).toList();
      if (!repair) {
        requireSound(files);
      }
      requireSameLength(files);
      requireTwoBars(files);
      boolean toMidnight =
          files.stream().anyMatch(file -> file.calendar() instanceof AroundTheClock);
      List<Series> series = new ArrayList<>();
      for (int i = 0; i < tickers.length; i++) {
        BarFile file = files.get(i);
        requireDollars(file);
        series.add(
            printed
                ? file.printed(new Equity(tickers[i], Currency.USD, PRINTED_TICK, 1))
                : file.repaired(Equity.adjusted(tickers[i]), toMidnight));
      }
      double barsPerYear = files.stream().mapToDouble(BarFile::barsPerYear).max().orElse(0);
      return ReplayMarket.of(series, barsPerYear);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private ActionFile actionsOf(Path others, String ticker) throws IOException {
    Path file = beside(others, ticker, List.of("_actions.csv", "_factor.csv", ".csv"));
    if (file == null) {
      throw new IllegalArgumentException(
          "no splits and dividends of \""
              + ticker
              + "\" in "
              + others
              + "; expected "
              + ticker
              + "_actions.csv or "
              + ticker
              + "_factor.csv");
    }
    return ActionFile.read(file);
  }

  /** The bars of a company under all of its tickers. */
  private Draft mapped(String ticker, BarReader how, Path others) throws IOException {
    Path file = beside(others, ticker, List.of("_map.csv", ".csv"));
    if (file == null) {
      throw new IllegalArgumentException(
          "no map of \"" + ticker + "\" in " + others + "; expected " + ticker + "_map.csv");
    }
    MapFile map = MapFile.read(file);
    Draft last = draft(ticker, how);
    List<Draft> former = new ArrayList<>();
    Set<String> elsewhere = new HashSet<>();
    for (String other : map.tickers()) {
      boolean itself = other.equalsIgnoreCase(ticker);
      Draft upper = itself ? null : own(other, how);
      Draft own = itself || upper != null ? upper : own(other.toLowerCase(Locale.ROOT), how);
      if (own != null) {
        former.add(own.only(map.rows(own.rows(), other::equals)));
        elsewhere.add(other);
      }
    }
    Draft all = last.only(map.rows(last.rows(), other -> !elsewhere.contains(other))).and(former);
    if (all.rows().size() < 2) {
      throw new IllegalArgumentException(
          file
              + " leaves fewer than 2 bars of "
              + ticker
              + ": its days are "
              + map.listings().getFirst().from()
              + " to "
              + map.listings().getLast().to());
    }
    return all;
  }

  /** A ticker's file of a folder that may be the one of bars; null if there is none. */
  private @Nullable Path beside(Path others, String ticker, List<String> endings) {
    for (String ending : endings) {
      for (String name : List.of(ticker, ticker.toLowerCase(Locale.ROOT))) {
        Path file = others.resolve(name + ending);
        boolean bars = ending.equals(".csv") && others.equals(folder);
        if (Files.isRegularFile(file) && !bars) {
          return file;
        }
      }
    }
    return null;
  }

  /** A pair that is quoted in another currency is worth other amounts than its prices say. */
  private static void requireDollars(BarFile file) {
    String name = file.ticker().orElse("");
    Matcher pair = OTHER_CURRENCY.matcher(name);
    if (pair.matches()) {
      throw new IllegalArgumentException(
          file.name()
              + " holds "
              + name
              + ", which is quoted in "
              + pair.group(1)
              + "; a market of CSV files is kept in dollars");
    }
  }

  private static void requireSound(List<BarFile> files) {
    for (BarFile file : files) {
      if (!file.defects().isEmpty()) {
        throw new BadDataException(file.defects());
      }
    }
  }

  private static void requireTwoBars(List<BarFile> files) {
    BarFile first = files.getFirst();
    if (files.stream().allMatch(file -> file.length() < 2)) {
      throw new IllegalArgumentException(
          first.name()
              + " has fewer than 2 bars; a market needs at least 2"
              + first.defects().stream().findFirst().map(defect -> "; " + defect).orElse(""));
    }
  }

  private static void requireSameLength(List<BarFile> files) {
    for (BarFile file : files) {
      BarFile first = files.getFirst();
      if (file.length() > 1 && first.length() > 1 && !file.barLength().equals(first.barLength())) {
        throw new IllegalArgumentException(
            file.name()
                + " has bars of "
                + file.barLength()
                + ", "
                + first.name()
                + " of "
                + first.barLength()
                + "; all files of a market need the same");
      }
    }
  }

  /** The ticker's own file, else its rows of a file that holds several. */
  private Draft draft(String ticker, BarReader how) throws IOException {
    if (Files.isRegularFile(folder)) {
      return how.ticker(ticker).draft(folder);
    }
    Draft own = own(ticker, how);
    if (own != null) {
      return own;
    }
    Draft refused = null;
    for (Path file : files()) {
      if (String.valueOf(file.getFileName()).endsWith(".zip")) {
        continue; // holds the ticker that it is named after, or something else altogether
      }
      List<String> lines = TextFile.lines(file);
      if (lines.stream().limit(2000).anyMatch(line -> line.contains(ticker))) {
        Draft draft = how.ticker(ticker).draft(String.valueOf(file.getFileName()), lines);
        if (!draft.rows().isEmpty()) {
          return draft;
        }
        refused = refused == null && draft.lacksColumns() ? draft : refused;
      }
    }
    if (refused != null) {
      return refused;
    }
    throw new IllegalArgumentException(
        "no file for ticker \"" + ticker + "\" in " + folder + "; there are " + tickersThere());
  }

  /** What the ticker's own files hold; null where it has none. */
  private @Nullable Draft own(String ticker, BarReader how) throws IOException {
    Path whole = find(ticker);
    Path trades = whole == null ? find(ticker + "_trade") : whole;
    Path quotes = find(ticker + "_quote");
    Path bids = find(ticker + "_bid");
    Path asks = find(ticker + "_ask");
    if (trades == null && quotes == null && bids != null && asks != null) {
      return how.draft(bids).asked(how.draft(asks));
    }
    if (trades == null && quotes == null) {
      return LeanDays.of(folder, ticker, how);
    }
    Path first = trades == null ? quotes : trades;
    Draft draft = first == null ? null : how.draft(first);
    return draft == null || trades == null || quotes == null
        ? draft
        : draft.quoted(how.draft(quotes));
  }

  private @Nullable Path find(String ticker) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder + " is no folder of CSV files");
    }
    for (String ending : ENDINGS) {
      Path file = folder.resolve(ticker + ending);
      if (Files.exists(file)) {
        return file;
      }
    }
    return null;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !String.valueOf(file.getFileName()).equals(WAIVERS))
          .filter(file -> ENDINGS.stream().anyMatch(String.valueOf(file.getFileName())::endsWith))
          .sorted()
          .toList();
    }
  }

  private List<String> tickersThere() throws IOException {
    return files().stream()
        .map(file -> String.valueOf(file.getFileName()))
        .map(name -> name.substring(0, name.indexOf('.')))
        .toList();
  }
}
