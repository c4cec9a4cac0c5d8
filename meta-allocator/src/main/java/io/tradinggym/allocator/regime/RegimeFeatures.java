package io.tradinggym.allocator.regime;

import io.tradinggym.market.feature.FeatureCall;
import io.tradinggym.market.feature.FeatureEntry;
import io.tradinggym.market.feature.FeatureProvider;
import io.tradinggym.market.feature.FeatureSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Chances of regimes as features by name: {@code regime:hmm(2)}, {@code regime:jump(3)}, {@code regime:bocpd(0.01,30)},
 * {@code regime:volatility(20,5)}, {@code regime:mixture(2)}; one feature for each state but the first.
 */
public final class RegimeFeatures implements FeatureProvider {
  private static final String SCHEME = "regime";

  /** For {@link java.util.ServiceLoader}. */
  public RegimeFeatures() {}

  @Override
  public List<FeatureEntry> entries() {
    List<FeatureEntry> entries = new ArrayList<>();
    for (String name : Regimes.names()) {
      Regimes regimes = Regimes.parse(name.substring(0, name.indexOf('(')));
      entries.add(
          new FeatureEntry(
              SCHEME + ":" + name,
              "2 P(state) - 1 for each state but the first, filtered",
              OptionalInt.of(regimes.warmUp()),
              "-1..1",
              "told from log returns in percent; parameters from earlier bars only"));
    }
    return entries;
  }

  @Override
  public Optional<List<FeatureSource>> features(FeatureCall call, Map<String, Path> files) {
    if (!call.scheme().equals(SCHEME)) {
      return Optional.empty();
    }
    String arguments =
        call.arguments().isEmpty() ? "" : "(" + String.join(",", call.arguments()) + ")";
    Regimes regimes = Regimes.parse(call.name() + arguments);
    List<FeatureSource> features = new ArrayList<>();
    for (int state = 1; state < regimes.states(); state++) {
      features.add(
          new RegimeFeature(
              SCHEME + ":" + call.name() + arguments + "#" + state,
              regimes.models(),
              state,
              Math.max(1, regimes.warmUp())));
    }
    return Optional.of(features);
  }
}
