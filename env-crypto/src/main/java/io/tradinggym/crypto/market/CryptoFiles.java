package io.tradinggym.crypto.market;

import io.tradinggym.market.calendar.BarLength;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.data.csv.BadDataException;
import io.tradinggym.market.data.csv.BarFile;
import io.tradinggym.market.data.csv.Defect;
import io.tradinggym.market.data.csv.FundingFile;
import io.tradinggym.market.instrument.Instrument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of crypto histories, plain or gzip: bars of any spacing, marks, funding rates. What a file holds is
 * recognised by its columns, in either order of time; its coin by its name. Prices are dollars, or coins that stand for
 * one: what name or symbol say is quoted in anything else is refused.
 *
 * <pre>{@code
 * ReplayMarket market = CryptoFiles.in(Path.of("data")).perpetual("BTC_1h.csv.gz", "BTC_funding.csv", null);
 * }</pre>
 *
 * <p>Prices are taken to steps of about 1/100,000 of the first price, quantities to lots of some ten USDT. A year has
 * 365.25 days and as many bars as their length makes of it, whatever the file has or lacks.
 */
public final class CryptoFiles {
  private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".txt", ".txt.gz");
  private static final BarLength HOUR = new BarLength(1, ChronoUnit.HOURS);

  private final Path folder;
  private final boolean repair;

  private CryptoFiles(Path folder, boolean repair) {
    this.folder = folder;
    this.repair = repair;
  }

  /**
   * Reads strictly: any defect is refused.
   *
   * @param folder that holds the files
   * @return a reader of the folder, which need not exist before something is read
   */
  public static CryptoFiles in(Path folder) {
    return new CryptoFiles(folder, false);
  }

  /**
   * Repairs defects by the rules of {@link io.tradinggym.market.data.csv.Defect.Kind}; over a hole the
   * next bar comes later and passes all its funding stamps.
   *
   * @return a reader that repairs
   */
  public CryptoFiles repairing() {
    return new CryptoFiles(folder, true);
  }

  /**
   * Hourly bars and the funding of the same coin.
   *
   * @param file name of the bars
   * @param funding name of the funding rates
   */
  public record Pair(String file, String funding) {}

  /**
   * {@return a market of one spot pair}
   *
   * @param file name of its bars, with or without its ending
   * @throws BadDataException naming file, line and value of what strict reading refuses
   * @throws IllegalArgumentException naming the files there are, if there is no such file
   */
  public ReplayMarket spot(String file) {
    BarFile bars = bars(file, false);
    return ReplayMarket.of(List.of(series(bars, coin(file, bars).spot())), bars.barsPerYear());
  }

  /**
   * {@return a market of one perpetual}
   *
   * @param file name of its bars, with or without its ending
   * @param funding name of its funding rates; null for a perpetual without funding, which no venue has
   * @param mark name of its marks, of the same spacing; null where its last price is the mark, as without
   *     funding
   * @throws BadDataException naming file, line and value of what strict reading refuses
   * @throws IllegalArgumentException naming the files there are, if there is no such file; or if there are marks and no
   *     funding
   */
  public ReplayMarket perpetual(String file, @Nullable String funding, @Nullable String mark) {
    BarFile bars = bars(file, false);
    return ReplayMarket.of(List.of(perpetual(file, bars, funding, mark)), bars.barsPerYear());
  }

  /**
   * {@return a market of a spot pair and a perpetual of the same coin, on one timeline}
   *
   * @param spot name of the bars of the spot pair, with or without its ending
   * @param file name of the bars of the perpetual
   * @param funding name of its funding rates; null for a perpetual without funding
   * @param mark name of its marks; null where its last price is the mark, as without funding
   * @throws BadDataException naming file, line and value of what strict reading refuses
   * @throws IllegalArgumentException naming the files there are, if there is no such file; or if there are marks and no
   *     funding
   */
  public ReplayMarket pair(
      String spot, String file, @Nullable String funding, @Nullable String mark) {
    BarFile spotBars = bars(spot, false);
    BarFile bars = bars(file, false);
    Series perpetual = perpetual(file, bars, funding, mark);
    Series all = series(spotBars, coin(file, bars).spot());
    int from = 0;
    int to = all.length();
    while (from < to && all.closeTimes()[from] < perpetual.closeTimes()[0]) {
      from++;
    }
    while (to > from && all.closeTimes()[to - 1] > perpetual.closeTimes()[perpetual.length() - 1]) {
      to--;
    }
    if (to - from < 2) {
      throw new IllegalArgumentException(spot + " and " + file + " have no time in common");
    }
    return ReplayMarket.of(List.of(all.slice(from, to), perpetual), bars.barsPerYear());
  }

  private Series perpetual(
      String file, BarFile bars, @Nullable String funding, @Nullable String mark) {
    Instrument instrument = coin(file, bars).perpetual();
    Series series = series(bars, instrument);
    if (funding == null) {
      if (mark != null) {
        throw new IllegalArgumentException(
            "mark "
                + mark
                + " needs the funding of "
                + file
                + ", was none: name its funding, or no mark");
      }
      return series;
    }
    Series marks = mark == null ? null : series(bars(mark, true), instrument);
    if (mark != null && marks != null) {
      requireCommonTime(
          mark, marks.closeTimes()[0] - 1, marks.closeTimes()[marks.length() - 1], file, series);
    }
    FundingFile rates = read(() -> FundingFile.read(find(funding)));
    requireSameCoin(funding, rates, file);
    if (rates.length() > 0) {
      requireCommonTime(
          funding, rates.first() - rates.interval(), rates.last() + rates.interval(), file, series);
    }
    return rates.over(series, marks, repair);
  }

  /** A file says itself whose rates it holds; names of files without a coin say nothing. */
  private static void requireSameCoin(String funding, FundingFile rates, String file) {
    if (Coins.differ(rates.symbol(), file)) {
      String message = "holds rates of " + rates.symbol() + ", the bars are of " + file;
      throw new BadDataException(List.of(new Defect(Defect.Kind.PANEL, funding, 0, message)));
    }
  }

  private static void requireCommonTime(
      String other, long from, long to, String file, Series series) {
    long common = Arrays.stream(series.closeTimes()).filter(t -> t > from && t <= to).count();
    if (common < 2) {
      String message = "holds nothing of a time in which " + file + " has bars";
      throw new BadDataException(List.of(new Defect(Defect.Kind.GAP, other, 0, message)));
    }
  }

  private Series series(BarFile file, Instrument instrument) {
    return repair ? file.repaired(instrument) : file.strict(instrument);
  }

  /**
   * {@return the longest sound history of hourly bars for which there is sound funding, by names}
   *
   * @throws IllegalArgumentException naming what is wrong with the files there are, if there is none
   */
  public Pair longest() {
    List<String> names = names();
    List<Defect> refused = new ArrayList<>();
    Pair best = null;
    long most = 0;
    for (String name : names) {
      BarFile bars = bars(name, false);
      if (bars.length() < 2 || !bars.barLength().equals(HOUR)) {
        continue;
      }
      if (!bars.defects().isEmpty()) {
        refused.add(bars.defects().getFirst());
        continue;
      }
      Series series = bars.repaired(coin(name, bars).perpetual());
      for (String other : names) {
        FundingFile rates = Coins.same(name, other) ? funding(other, refused) : null;
        if (rates != null) {
          long from = Math.max(rates.first() - rates.interval(), series.closeTimes()[0]);
          long to = Math.min(rates.last(), series.closeTimes()[series.length() - 1]);
          if (to - from > most) {
            most = to - from;
            best = new Pair(name, other);
          }
        }
      }
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "no sound hourly bars in " + folder + " with funding of the same coin" + why(refused));
    }
    return best;
  }

  /**
   * {@return the name of the sound file of funding rates of the same coin that has most of them}
   *
   * @param file name of the bars of the coin
   * @throws IllegalArgumentException naming what is wrong with the files there are, if there is none
   */
  public String fundingOf(String file) {
    find(file);
    List<Defect> refused = new ArrayList<>();
    String best = null;
    int most = 0;
    for (String name : names()) {
      FundingFile rates = Coins.same(file, name) ? funding(name, refused) : null;
      if (rates != null && rates.length() > most) {
        best = name;
        most = rates.length();
      }
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "no sound funding rates of "
              + Coins.code(file)
              + " in "
              + folder
              + "; name a file, or none for a perpetual without funding"
              + why(refused));
    }
    return best;
  }

  /** Rates that are sound; null for a file of something else, or of rates that are not. */
  private @Nullable FundingFile funding(String name, List<Defect> refused) {
    FundingFile rates = read(() -> FundingFile.read(find(name)));
    if (rates.defects().isEmpty()) {
      return rates.length() > 1 && !Coins.differ(rates.symbol(), name) ? rates : null;
    }
    Defect first = rates.defects().getFirst();
    if (first.kind() != Defect.Kind.NO_HEADER) {
      refused.add(first);
    }
    return null;
  }

  /** The first defect of each file that was refused, or the files there are. */
  private String why(List<Defect> refused) {
    return refused.isEmpty()
        ? "; there are " + names()
        : ": "
            + refused.stream().map(Defect::toString).distinct().collect(Collectors.joining("; "));
  }

  private Coin coin(String file, BarFile bars) {
    Coins.requireDollars(file);
    bars.ticker().ifPresent(Coins::requireDollars);
    return Coins.of(Coins.code(file), bars.firstPrice());
  }

  private BarFile bars(String file, boolean marks) {
    return read(
        () -> marks ? BarFile.readMarks(find(file)) : BarFile.readAroundTheClock(find(file)));
  }

  private interface Reader<T> {
    T read() throws IOException;
  }

  private static <T> T read(Reader<T> reader) {
    try {
      return reader.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private Path find(String file) {
    for (String name : names()) {
      if (name.equals(file) || ENDINGS.stream().anyMatch(ending -> name.equals(file + ending))) {
        return folder.resolve(name);
      }
    }
    throw new IllegalArgumentException(
        "no file \"" + file + "\" in " + folder + "; there are " + names());
  }

  /** {@return the names of the files that may hold data, in order} */
  public List<String> names() {
    return read(
        () -> {
          if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder + " is no folder of crypto files");
          }
          try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> ENDINGS.stream().anyMatch(name::endsWith))
                    .sorted()
                    .toList());
          }
        });
  }
}
