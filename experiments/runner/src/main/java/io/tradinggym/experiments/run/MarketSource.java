package io.tradinggym.experiments.run;

import io.tradinggym.crypto.market.CryptoFiles;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.CryptoConfig;
import io.tradinggym.experiments.config.EnvironmentConfig;
import io.tradinggym.experiments.config.HistoryConfig;
import io.tradinggym.experiments.config.MarketConfig;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.config.SimulatedConfig;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.data.csv.BadDataException;
import io.tradinggym.market.data.csv.CsvMarket;
import io.tradinggym.market.feature.FeatureChoice;
import io.tradinggym.market.process.Markets;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The market of a configuration, split by purpose. */
public final class MarketSource {
  private MarketSource() {}

  /**
   * Reads files, or makes the law; null leaves the environment its own.
   *
   * @throws UserError naming what is wrong with files or ranges
   */
  static @Nullable Split split(RunConfig config) {
    int features = FeatureChoice.history(config.environment().training());
    int warmUp = config.rule() == null ? 0 : config.rule().rule().warmUp();
    return config.market() == null
        ? chosen(config.environment())
        : split(config.market(), Math.max(Split.HISTORY, Math.max(warmUp, features)));
  }

  /** Markets that the environment's options choose: training may trade on another than the judges do. */
  private static @Nullable Split chosen(EnvironmentConfig environment) {
    Market learned = environment.market(environment.training());
    Market judged = environment.market(environment.judging());
    if (learned == null || judged == null) {
      return null;
    }
    if (learned.kind() == MarketKind.REPLAYED || judged.kind() == MarketKind.REPLAYED) {
      throw new UserError(
          "history must be split by dates; instead of the option, write market: {data: DIR,"
              + " tickers: [SPY], train: 2005/2016, validate: 2017/2018, test: 2019/2022}");
    }
    Split judging = Split.paths(judged);
    return new Split(Split.paths(learned).train(), judging.validation(), judging.test());
  }

  /**
   * The market of a configuration, in its three parts.
   *
   * @param bars of history that something looks back on before each part
   * @throws UserError naming what is wrong with files or ranges
   */
  public static Split split(MarketConfig config, int bars) {
    return switch (config) {
      case SimulatedConfig simulated -> Split.paths(Markets.named(simulated.simulated()));
      case HistoryConfig history ->
          split(read(history), history.train(), history.validate(), history.test(), bars);
      case CryptoConfig crypto ->
          split(read(crypto), crypto.train(), crypto.validate(), crypto.test(), bars);
    };
  }

  private static Split split(
      ReplayMarket market, String train, String validate, String test, int history) {
    try {
      return Split.dates(market, train, validate, test, history);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The files of a history, all of their bars.
   *
   * @throws UserError naming what is wrong with them
   */
  public static ReplayMarket read(HistoryConfig config) {
    return sound(() -> files(config).tickers(config.tickers().toArray(String[]::new)));
  }

  private static CsvMarket files(HistoryConfig config) {
    CsvMarket files = CsvMarket.in(Path.of(config.data()));
    files = config.repair() ? files.repairing() : files;
    files = config.actions() == null ? files : files.actions(Path.of(config.actions()));
    files = config.printed() ? files.printed() : files;
    files = config.maps() == null ? files : files.maps(Path.of(config.maps()));
    files = config.zone() == null ? files : files.zone(ZoneId.of(config.zone()));
    return config.withoutVolumeLimit() ? files.withoutVolumeLimit() : files;
  }

  static ReplayMarket read(CryptoConfig config) {
    CryptoFiles folder = CryptoFiles.in(Path.of(config.data()));
    CryptoFiles files = config.repair() ? folder.repairing() : folder;
    String spot = config.spot();
    return sound(
        () ->
            spot != null
                ? files.pair(spot, config.file(), config.funding(), config.mark())
                : config.kind() == CryptoConfig.Kind.SPOT
                    ? files.spot(config.file())
                    : files.perpetual(config.file(), config.funding(), config.mark()));
  }

  private static ReplayMarket sound(Supplier<ReplayMarket> files) {
    try {
      return files.get();
    } catch (BadDataException | IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw new UserError("cannot read the data: " + e.getMessage(), e);
    }
  }

  /** SHA-256 by purpose, of data or law: what goes into the manifest. */
  public static Map<String, String> hashes(Split split) {
    Map<String, String> hashes = new LinkedHashMap<>();
    Market[] parts = {split.train(), split.validation(), split.test()};
    String[] names = {"train", "validation", "test"};
    for (int i = 0; i < parts.length; i++) {
      hashes.put(names[i], parts[i].fingerprint());
    }
    return hashes;
  }
}
