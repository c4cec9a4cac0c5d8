package io.tradinggym.experiments.validation;

import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.ReplayMarket;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One training and its tests.
 *
 * @param name of its files
 * @param seed of the training
 * @param train what is learned from
 * @param validation what the policy is chosen by
 * @param tests ranges that are played from end to end
 * @param from policy to begin with; null begins fresh
 */
record Piece(
    String name,
    long seed,
    Market train,
    Market validation,
    List<ReplayMarket> tests,
    @Nullable Path from) {
  Piece {
    tests = List.copyOf(tests);
  }

  /** Everything that decides the result, but for the configuration. */
  String key() {
    return seed
        + " "
        + train.fingerprint()
        + " "
        + validation.fingerprint()
        + " "
        + tests.stream().map(ReplayMarket::fingerprint).toList()
        + " "
        + (from == null ? "fresh" : "warm");
  }
}
