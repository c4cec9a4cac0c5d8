package io.tradinggym.api.wrapper;

import io.tradinggym.api.EnvironmentProvider;
import io.tradinggym.api.Registration;
import io.tradinggym.api.WrapperFactory;
import java.util.List;
import java.util.Map;

/** Registers the wrappers of this package that can be rebuilt from a spec. */
public final class StandardWrappers implements EnvironmentProvider {
  /** For {@link java.util.ServiceLoader}. */
  public StandardWrappers() {}

  @Override
  public List<Registration> environments() {
    return List.of();
  }

  @Override
  public Map<String, WrapperFactory> wrappers() {
    return Map.ofEntries(
        Map.entry("ActionRepeat", s -> ActionRepeat.of(Settings.whole(s, "times"))),
        Map.entry("ClipAction", s -> ClipAction.clipped()),
        Map.entry(
            "ClipReward",
            s -> ClipReward.to(Settings.number(s, "low"), Settings.number(s, "high"))),
        Map.entry("FlattenObservation", s -> FlattenObservation.flattened()),
        Map.entry("FrameStack", s -> FrameStack.of(Settings.whole(s, "size"))),
        Map.entry(
            "NormalizeObservation",
            s -> NormalizeObservation.clippedAt(Settings.number(s, "clip"))),
        Map.entry(
            "NormalizeReward",
            s -> NormalizeReward.by(Settings.number(s, "gamma"), Settings.number(s, "clip"))),
        Map.entry("OrderEnforcing", s -> OrderEnforcing.enforced()),
        Map.entry("RecordEpisodeStatistics", s -> RecordEpisodeStatistics.recorded()),
        Map.entry(
            "RescaleAction",
            s -> RescaleAction.to(Settings.number(s, "low"), Settings.number(s, "high"))),
        Map.entry("StickyAction", s -> StickyAction.of(Settings.number(s, "probability"))),
        Map.entry("TimeAwareObservation", s -> TimeAwareObservation.timed()),
        Map.entry("TimeLimit", s -> TimeLimit.of(Settings.whole(s, "steps"))));
  }
}
