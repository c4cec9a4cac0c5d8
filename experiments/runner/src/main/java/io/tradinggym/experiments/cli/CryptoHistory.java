package io.tradinggym.experiments.cli;

import io.tradinggym.crypto.market.CryptoFiles;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.CryptoConfig;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.csv.BadDataException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What quickstart trades of a folder of crypto files: what was asked for, and for the rest what fits. */
final class CryptoHistory {
  /** Environments that trade crypto history, and as what. */
  private static final Map<String, CryptoConfig.Kind> KINDS =
      Map.of(
          "CryptoPerp-v1", CryptoConfig.Kind.PERPETUAL,
          "CryptoSpot-v1", CryptoConfig.Kind.SPOT,
          "FundingArbitrage-v1", CryptoConfig.Kind.PAIR);

  private static final double TRAIN = 0.6;
  private static final double VALIDATE = 0.8;
  private static final long DAY_MILLIS = 86_400_000L;

  private CryptoHistory() {}

  /** Whether an environment trades crypto files. */
  static boolean tradedBy(String environment) {
    return KINDS.containsKey(environment);
  }

  /**
   * Settings of the market for a configuration.
   *
   * @param wanted keys of {@link CryptoConfig} that were asked for
   * @throws UserError if the files are not there or not sound
   */
  static List<String> overrides(String environment, String data, Map<String, String> wanted) {
    CryptoConfig.Kind kind = Objects.requireNonNull(KINDS.get(environment), environment);
    CryptoFiles folder = CryptoFiles.in(Path.of(data));
    boolean repair = wanted.containsKey("repair");
    CryptoFiles files = repair ? folder.repairing() : folder;
    try {
      String file = wanted.get("file");
      String funding = wanted.get("funding");
      String spot = wanted.get("spot");
      if (file == null) {
        CryptoFiles.Pair longest = files.longest();
        file = longest.file();
        funding = funding == null ? longest.funding() : funding;
      }
      if (kind != CryptoConfig.Kind.SPOT && funding == null) {
        funding = files.fundingOf(file);
      }
      if (kind == CryptoConfig.Kind.PAIR && spot == null) {
        throw new UserError(
            environment
                + " needs --spot FILE, the bars of the spot pair; there are "
                + files.names());
      }
      String rates = CryptoConfig.NONE.equals(funding) ? null : funding;
      String mark = wanted.get("mark");
      MarketData bars =
          (switch (kind) {
                case SPOT -> files.spot(file);
                case PERPETUAL -> files.perpetual(file, rates, mark);
                case PAIR -> files.pair(String.valueOf(spot), file, rates, mark);
              })
              .data();
      List<String> overrides = new ArrayList<>();
      set(overrides, "data", data);
      set(overrides, "kind", kind.name().toLowerCase(Locale.ROOT));
      set(overrides, "file", file);
      set(overrides, "spot", kind == CryptoConfig.Kind.PAIR ? spot : null);
      set(overrides, "funding", kind == CryptoConfig.Kind.SPOT ? null : rates);
      set(overrides, "mark", mark);
      if (repair) {
        overrides.add("market.repair=true");
      }
      set(overrides, "train", wanted.getOrDefault("train", days(bars, 0, TRAIN, 0)));
      set(overrides, "validate", wanted.getOrDefault("validate", days(bars, TRAIN, VALIDATE, 1)));
      set(overrides, "test", wanted.getOrDefault("test", days(bars, VALIDATE, 1, 1)));
      return overrides;
    } catch (BadDataException | IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw new UserError("cannot read the data: " + e.getMessage(), e);
    }
  }

  private static void set(List<String> overrides, String key, @Nullable String value) {
    if (value != null) {
      overrides.add("market." + key + "='" + value.replace("'", "''") + "'");
    }
  }

  /** The days of a part of the bars. */
  private static String days(MarketData bars, double from, double to, int skip) {
    int last = bars.length() - 1;
    return day(bars, (int) (from * last)).plusDays(skip) + ":" + day(bars, (int) (to * last));
  }

  private static LocalDate day(MarketData bars, int bar) {
    return LocalDate.ofEpochDay(Math.floorDiv(bars.closeTime(bar) - 1, DAY_MILLIS));
  }
}
