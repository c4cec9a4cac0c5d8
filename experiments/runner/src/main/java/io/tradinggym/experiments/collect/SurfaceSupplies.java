package io.tradinggym.experiments.collect;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.data.provider.YahooSession;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.options.chain.ChainFile;
import io.tradinggym.options.chain.RecordedChain;
import io.tradinggym.options.chain.SurfaceSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Implied volatility in four series: of Yahoo's chain as it is now, or of chains that were recorded. */
final class SurfaceSupplies {
  private static final String CHAINS = "chains";

  /** Beyond the 90 days of the term structure. */
  private static final int DAYS = 130;

  /** A chain's surface and when it was known. */
  private record Known(Instant quoted, Instant known, SurfaceSummary surface) {}

  private SurfaceSupplies() {}

  static List<Supply> all(Fetcher fetcher, Map<String, String> bases, YahooSession yahoo) {
    return List.of(
        Supply.of(Datum.SURFACE, "yahoo", (name, from, to) -> now(fetcher, yahoo, name)),
        new Supply(
            Datum.SURFACE,
            CHAINS,
            false,
            (name, from, to) -> recorded(name, from, to, bases.get(CHAINS))));
  }

  private static Collected<List<CollectedFile>> now(
      Fetcher fetcher, YahooSession yahoo, String ticker) throws CollectException {
    LocalDate today = LocalDate.ofInstant(fetcher.clock().instant(), ZoneOffset.UTC);
    Collected<String> rows = yahoo.chain(ticker, today, today.plusDays(DAYS));
    try {
      Path file = Files.createTempFile("chain", ".csv");
      try {
        Files.writeString(file, rows.value());
        Known known = summarised(file, rows.fetchedAt());
        return Supply.files(
            rows, series(ticker, List.of(known), "").stream().map(CollectedFile::growing).toList());
      } finally {
        Files.delete(file);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new CollectException(Kind.SCHEMA, "yahoo", "no surface: " + e.getMessage(), null, e);
    }
  }

  /** A chain is known when its last quote was made, or when it was fetched. */
  private static Known summarised(Path file, @Nullable Instant fetched) throws IOException {
    RecordedChain chain = ChainFile.of(file).excludingBroken().read();
    Instant quoted = chain.time();
    Instant known = fetched == null || fetched.isBefore(quoted) ? quoted : fetched;
    return new Known(quoted, known, SurfaceSummary.of(chain));
  }

  private static Collected<List<CollectedFile>> recorded(
      String ticker, LocalDate from, LocalDate to, @Nullable String folder)
      throws CollectException {
    if (folder == null) {
      throw new CollectException(
          Kind.NOT_FOUND, CHAINS, "say where they lie: --base chains=FOLDER");
    }
    List<Known> all = new ArrayList<>();
    int left = 0;
    String name = ticker.toLowerCase(Locale.ROOT);
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!List.of(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).split("[_.]"))
            .contains(name)) {
          continue;
        }
        try {
          Known known = summarised(file, null);
          LocalDate day = LocalDate.ofInstant(known.quoted, ZoneOffset.UTC);
          if (!day.isBefore(from) && !day.isAfter(to)) {
            all.add(known);
          }
        } catch (IllegalArgumentException e) {
          left++;
        }
      }
    } catch (IOException e) {
      throw new CollectException(Kind.NOT_FOUND, CHAINS, "cannot read " + folder, null, e);
    }
    String note = left == 0 ? "" : left + " chains without a surface left out";
    Instant last = all.isEmpty() ? Instant.EPOCH : all.getLast().known;
    return new Collected<>(series(ticker, all, note), CHAINS, last, false);
  }

  private static List<CollectedFile> series(String ticker, List<Known> all, String note) {
    return List.of(
        file(ticker, "iv_atm", all, SurfaceSummary::atm, note),
        file(ticker, "iv_skew", all, SurfaceSummary::skew, ""),
        file(ticker, "iv_term", all, SurfaceSummary::term, ""),
        file(ticker, "iv_index", all, SurfaceSummary::index, ""));
  }

  private static CollectedFile file(
      String ticker,
      String what,
      List<Known> all,
      ToDoubleFunction<SurfaceSummary> number,
      String note) {
    KnownSeries series =
        KnownSeries.of(
            all.stream().mapToLong(each -> each.quoted.toEpochMilli()).toArray(),
            all.stream().mapToLong(each -> each.known.toEpochMilli()).toArray(),
            all.stream().mapToDouble(each -> number.applyAsDouble(each.surface)).toArray());
    CollectedFile file = CompanySupplies.series(ticker, what, series);
    return new CollectedFile(file.path(), file.text(), file.rows(), note);
  }
}
