package io.tradinggym.experiments.evaluation;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.trading.rule.Rule;
import org.jspecify.annotations.Nullable;

/** Somebody who can be judged: a trained policy, or a control. */
public interface Contender {
  /** Name in tables. */
  String title();

  /** Whether it can play here at all; a control that trades needs an environment that does. */
  default boolean fits(EnvironmentSpec spec) {
    return true;
  }

  /**
   * Somebody to play one episode.
   *
   * @param path number of the episode's path, for a contender's own random numbers
   * @param scout the same path played with idle hands, so prices to come: for the oracle alone
   */
  Player player(EnvironmentSpec spec, int path, Scout scout);

  /** Plays one episode. */
  @FunctionalInterface
  interface Player {
    /**
     * Chooses an action.
     *
     * @param step 0 at the reset's observation
     * @param observation as the environment wrote it, as many floats as its space has
     * @param mask true = allowed; empty when the environment does not mask
     * @param infos what the environment reports now, by position
     * @param action receives as many floats as the action space has
     */
    void act(int step, float[] observation, boolean[] mask, double[] infos, float[] action);
  }

  /** The rule that says what is wanted in place of actions; null for those who act. */
  default @Nullable Rule rule() {
    return null;
  }

  /** Plays the path in advance, when somebody asks. */
  @FunctionalInterface
  interface Scout {
    /** The path as it goes for somebody who never trades. */
    Trajectory idle();
  }

  /** A trading rule; plays wherever a {@link io.tradinggym.trading.TradingDesk} trades. */
  static Contender of(String title, Rule rule) {
    return new Contender() {
      @Override
      public String title() {
        return title;
      }

      @Override
      public Rule rule() {
        return rule;
      }

      @Override
      public Player player(EnvironmentSpec spec, int path, Scout scout) {
        RandomStream idle = RandomStreams.of(0).stream("action that nobody looks at", path);
        return (step, observation, mask, infos, action) -> {
          if (step == 0) {
            spec.action().sample(idle, mask, 0, action, 0);
          }
        };
      }
    };
  }

  /** A trained policy, which takes its most probable actions. */
  static Contender of(String title, Policy policy) {
    return new Contender() {
      @Override
      public String title() {
        return title;
      }

      @Override
      public Player player(EnvironmentSpec spec, int path, Scout scout) {
        policy.requireFits(spec);
        Actor actor = policy.actor(1);
        return (step, observation, mask, infos, action) -> actor.act(observation, mask, 1, action);
      }
    };
  }
}
