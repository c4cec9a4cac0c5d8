package io.tradinggym.experiments.config;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Crypto history to trade on, in three parts that cannot be mixed up.
 *
 * @param data absolute path of a folder of CSV files
 * @param kind what is traded
 * @param file of bars
 * @param spot file of spot bars beside, for {@link Kind#PAIR}; else null
 * @param funding file of funding rates; null without funding
 * @param mark file of marks; null where the last price is the mark
 * @param train range that is learned from, FROM:TO, each a year, a month or a day
 * @param validate range that choices are made by
 * @param test range that is looked at once, at the end
 * @param repair whether defects are repaired by declared rules; else they are refused
 */
public record CryptoConfig(
    String data,
    Kind kind,
    String file,
    @Nullable String spot,
    @Nullable String funding,
    @Nullable String mark,
    String train,
    String validate,
    String test,
    boolean repair)
    implements MarketConfig {
  /** Stands for no file. */
  public static final String NONE = "none";

  /** What is traded. */
  public enum Kind {
    /** A coin for cash. */
    SPOT,
    /** A perpetual. */
    PERPETUAL,
    /** Both, the spot pair first. */
    PAIR
  }

  static CryptoConfig read(Keys keys) {
    String kind = keys.text("kind", "perpetual");
    Kind traded;
    try {
      traded = Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw keys.bad("kind", "\"" + kind + "\"", "spot, perpetual or pair");
    }
    String spot = optional(keys, "spot");
    if ((spot != null) != (traded == Kind.PAIR)) {
      throw keys.bad("spot", spot == null ? NONE : spot, "given for kind pair, and only then");
    }
    return new CryptoConfig(
        Path.of(keys.text("data", null)).toAbsolutePath().normalize().toString(),
        traded,
        keys.text("file", null),
        spot,
        optional(keys, "funding"),
        optional(keys, "mark"),
        keys.text("train", null),
        keys.text("validate", null),
        keys.text("test", null),
        keys.flag("repair", false));
  }

  private static @Nullable String optional(Keys keys, String key) {
    String name = keys.text(key, NONE);
    return name.equals(NONE) ? null : name;
  }
}
