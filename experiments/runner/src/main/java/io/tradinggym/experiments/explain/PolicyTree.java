package io.tradinggym.experiments.explain;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.run.Run;
import io.tradinggym.explain.attribution.PolicyMargin;
import io.tradinggym.explain.policy.Teacher;
import io.tradinggym.explain.policy.Viper;
import java.util.List;
import java.util.Locale;

/** A whole policy as a small tree, with what the tree loses against it. */
public final class PolicyTree {
  /** Rounds and episodes of a few seconds. */
  private static final Viper.Effort EFFORT = new Viper.Effort(4, 4, 4, 8);

  private PolicyTree() {}

  /**
   * Grows a tree on the training range and says how near it comes.
   *
   * @throws UserError if the agent chooses no discrete action, or is none of a network
   */
  public static String text(Run run, long seed) {
    Policy policy = run.policy(seed);
    try (VectorEnvironment environment = run.lane()) {
      PolicyMargin margin = new PolicyMargin(policy, 1);
      Viper.Distilled found =
          new Viper(environment, teacher(policy, margin)).distil(EFFORT, run.config().seed());
      EnvironmentSpec spec = environment.spec();
      List<String> choices = Traces.choices(spec);
      String tree =
          found
              .tree()
              .text(
                  input ->
                      spec.observationFields().isEmpty()
                          ? "input " + input
                          : spec.observationFields().get(input).name(),
                  choice -> choices.isEmpty() ? "choice " + choice : choices.get(choice));
      return String.format(
          Locale.ROOT,
          "A tree of depth %d that decides as the agent does in %.1f %% of the states it comes to"
              + " (%.1f %% by what is at stake).%nMean reward of an episode: %.4g, the agent's"
              + " %.4g.%n%n%s",
          found.tree().depth(),
          100 * found.agreement(),
          100 * found.agreementByStakes(),
          found.reward(),
          found.teacherReward(),
          tree);
    } catch (IllegalArgumentException e) {
      throw new UserError("this agent has no tree: " + e.getMessage(), e);
    }
  }

  private static Teacher teacher(Policy policy, PolicyMargin margin) {
    if (policy.remembers()) {
      throw new IllegalArgumentException("a tree sees one observation, the agent remembers");
    }
    return new Teacher() {
      @Override
      public int choices() {
        return margin.scores();
      }

      @Override
      public void scores(float[] observation, float[] out) {
        margin.scores(observation, out);
      }
    };
  }
}
