package io.tradinggym.experiments.fuzz;

import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.api.Gym;
import io.tradinggym.api.space.Space;
import io.tradinggym.data.feature.Catalog;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.market.process.Markets;
import io.tradinggym.reward.Rewards;
import java.util.List;

/** Configurations, and what is written inside them: spaces, rewards, features, settings, names. */
final class TextReaders {
  private TextReaders() {}

  static List<FileKind> all() {
    return List.of(
        FileKind.files(
            "configurations",
            "config.yaml",
            file -> ConfigFile.read(file, List.of()),
            Samples.configuration(),
            Samples.history()),
        FileKind.texts(
            "overrides",
            text -> ConfigFile.of("CartPole-v1", "ppo", List.of(text)),
            "algorithm.gamma=0.95",
            "environment.lanes=8",
            "algorithm.learningRate=3e-4 .. 0",
            "algorithm.hidden=[64, 64]"),
        FileKind.texts(
            "settings",
            text -> {
              int equals = Math.max(0, text.indexOf('='));
              Ppo.settings()
                  .set(
                      text.substring(0, equals),
                      text.substring(Math.min(text.length(), equals + 1)))
                  .build();
            },
            "gamma=0.95",
            "learningRate=3e-4 .. 0",
            "hidden=[64, 64]",
            "gsde={every: 4, logStd: -2}"),
        FileKind.texts(
            "environments",
            text -> {
              try (var made = Gym.make(text)) {
                made.spec();
              }
            },
            "CartPole-v1",
            "Stock-v1"),
        FileKind.texts("markets", Markets::named, "gbm:3", "watchlist:SPY,QQQ", "gbm"),
        FileKind.texts(
            "spaces",
            text -> Space.fromJson(text).size(),
            "{\"type\":\"Box\",\"low\":[0,\"-inf\"],\"high\":[1,\"inf\"],\"shape\":[2]}",
            "{\"type\":\"Dict\",\"spaces\":{\"a\":{\"type\":\"Discrete\",\"n\":3,\"start\":0},"
                + "\"b\":{\"type\":\"Tuple\",\"spaces\":[{\"type\":\"MultiDiscrete\",\"n\":[2,3]},"
                + "{\"type\":\"MultiBinary\",\"n\":4}]}}}"),
        FileKind.texts(
            "rewards",
            Rewards::parse,
            "logReturn - 0.1 turnover",
            "differentialSharpe(eta=0.01) - 2 * drawdown + cvar(level=0.95, rate=2e-5)",
            "cara(riskAversion=3) - 0.5 ruin + growthShaping(gamma=0.99)"),
        FileKind.texts(
            "features",
            text -> Catalog.standard().parse(text),
            "sma(20), rsi(14)",
            "EMA_9, price_vs_ema9, above_200ema"));
  }
}
