package io.tradinggym.market.data.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A ticker's folder of {@link LeanDay}s, such as Lean's {@code equity/usa/minute/aapl}. */
final class LeanDays {
  private LeanDays() {}

  /** The bars of all days, with quotes where there are any; null if a folder has none of a ticker. */
  static @Nullable Draft of(Path folder, String ticker, BarReader how) throws IOException {
    Path own = folder.resolve(ticker);
    Path days = Files.isDirectory(own) ? own : folder.resolve(ticker.toLowerCase(Locale.ROOT));
    if (!Files.isDirectory(days)) {
      return null;
    }
    Draft trades = all(days, "trade", how);
    Draft quotes = all(days, "quote", how);
    return trades == null ? quotes : quotes == null ? trades : trades.quoted(quotes);
  }

  private static @Nullable Draft all(Path days, String kind, BarReader how) throws IOException {
    Pattern name = Pattern.compile("\\d{8}_(?:.+_minute_)?" + kind + "\\.(?:zip|csv|csv\\.gz)");
    List<Path> files;
    try (Stream<Path> found = Files.list(days)) {
      files =
          found
              .filter(file -> name.matcher(String.valueOf(file.getFileName())).matches())
              .sorted()
              .toList();
    }
    List<Draft> drafts = new ArrayList<>();
    for (Path file : files) {
      drafts.add(how.draft(file));
    }
    return drafts.isEmpty()
        ? null
        : drafts
            .getFirst()
            .and(drafts.subList(1, drafts.size()))
            .named(days.getFileName() + "/*_" + kind);
  }
}
