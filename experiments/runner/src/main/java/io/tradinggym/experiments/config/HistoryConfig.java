package io.tradinggym.experiments.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * History to trade on, in three parts that cannot be mixed up.
 *
 * @param data absolute path of a folder of CSV files, one per ticker
 * @param tickers at least one, each once
 * @param train range that is learned from, FROM:TO, each a year, a month or a day
 * @param validate range that choices are made by
 * @param test range that is looked at once, at the end
 * @param repair whether defects are repaired by declared rules; else they are refused
 * @param actions absolute path of a folder of splits and dividends; null if prices know of them
 * @param printed whether prices stay as printed, dividends are paid and positions split
 * @param maps absolute path of a folder of map files; null if a ticker is one company
 * @param zone of times without an offset; null for what the files suggest
 * @param withoutVolumeLimit whether files without volumes are traded without a limit
 */
public record HistoryConfig(
    String data,
    List<String> tickers,
    String train,
    String validate,
    String test,
    boolean repair,
    @Nullable String actions,
    boolean printed,
    @Nullable String maps,
    @Nullable String zone,
    boolean withoutVolumeLimit)
    implements MarketConfig {
  /** Copies the tickers. */
  public HistoryConfig {
    tickers = List.copyOf(tickers);
  }

  static HistoryConfig read(Keys keys) {
    List<String> tickers = keys.texts("tickers", List.of());
    if (tickers.isEmpty()) {
      throw keys.bad("tickers", tickers, "a list such as [SPY, AAPL]");
    }
    return read(
        keys,
        tickers,
        keys.text("train", null),
        keys.text("validate", null),
        keys.text("test", null));
  }

  /** Files whose ranges are known, or chosen later. */
  public static HistoryConfig read(
      Keys keys, List<String> tickers, String train, String validate, String test) {
    return new HistoryConfig(
        folder(keys.text("data", null)),
        tickers,
        train,
        validate,
        test,
        keys.flag("repair", false),
        optional(keys, "actions"),
        keys.flag("printed", false),
        optional(keys, "maps"),
        zone(keys),
        keys.flag("withoutVolumeLimit", false));
  }

  /** What it is read from again, ranges left out. */
  public Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("data", data);
    keys.put("tickers", tickers);
    keys.put("repair", repair);
    if (actions != null) {
      keys.put("actions", actions);
    }
    if (printed) {
      keys.put("printed", true);
    }
    if (maps != null) {
      keys.put("maps", maps);
    }
    if (zone != null) {
      keys.put("zone", zone);
    }
    if (withoutVolumeLimit) {
      keys.put("withoutVolumeLimit", true);
    }
    return keys;
  }

  private static String folder(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  private static @Nullable String optional(Keys keys, String key) {
    return keys.has(key) ? folder(keys.text(key, null)) : null;
  }

  private static @Nullable String zone(Keys keys) {
    if (!keys.has("zone")) {
      return null;
    }
    String zone = keys.text("zone", null);
    try {
      return ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      throw keys.bad("zone", "\"" + zone + "\"", "a zone such as America/New_York or +02:00");
    }
  }
}
