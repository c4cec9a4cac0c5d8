package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A JAR's rewards by name, found through {@link java.util.ServiceLoader}; {@link Rewards#parse} asks it. */
public interface RewardProvider {
  /** {@return the rewards that this JAR brings} */
  List<Named> rewards();

  /**
   * A reward that text can name.
   *
   * @param name letters, such as {@code lossAverse}
   * @param defaults the reward's parameters by name, in order, each with its default
   * @param maker makes the reward from the value of every parameter, by name
   */
  record Named(
      String name, Map<String, Double> defaults, Function<Map<String, Double>, Reward> maker) {}
}
