package io.tradinggym.explain.policy;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.explain.attribution.Contributions;
import io.tradinggym.explain.attribution.Game;
import io.tradinggym.explain.attribution.Shapley;
import java.util.Arrays;

/**
 * What inputs do for the return (SVERL-P): Shapley values of the game in which a coalition of inputs is worth the mean
 * return of the policy when it sees only them. Hidden inputs are drawn from a background, and the chances of the
 * choices averaged over the draws. Values sum to the return with all inputs less the return with none. Shapley values
 * of a value function do not answer this question.
 *
 * @see <a href="https://arxiv.org/abs/2306.05810">Beechey, Smith and Simsek (2023), Explaining reinforcement learning
 *     with Shapley values</a>
 */
public final class ReturnShapley implements Game {
  private final VectorEnvironment environment;
  private final Batch batch;
  private final Actor actor;
  private final float[] background;
  private final int[] groupOf;
  private final int draws;
  private final int episodes;
  private final long seed;
  private final int choices;
  private final float[] rows;
  private final float[] actions;
  private final float[] chances;
  private final boolean[] masks;

  /**
   * A game.
   *
   * @param environment one lane without autoreset, with a Discrete action
   * @param policy without a memory
   * @param background observations that hidden inputs are taken from, rows x inputs; all of them are used at
   *     every decision
   * @param groups indices of the inputs of each player; what is in no group is always shown
   * @param episodes for each coalition, the same ones for all, &gt;= 1
   * @param seed any number; the same seed gives the same bits
   */
  public ReturnShapley(
      VectorEnvironment environment,
      Policy policy,
      float[] background,
      int[][] groups,
      int episodes,
      long seed) {
    if (environment.lanes() != 1
        || environment.autoReset() != AutoReset.DISABLED
        || !(policy.actionSpace() instanceof Discrete discrete)
        || policy.remembers()) {
      throw new IllegalArgumentException(
          "needs one lane without autoreset, a Discrete action and a policy without a memory");
    }
    int inputs = policy.observationSpace().size();
    this.environment = environment;
    this.background = background.clone();
    this.episodes = episodes;
    this.seed = seed;
    draws = background.length / inputs;
    choices = discrete.n();
    batch = environment.newBatch();
    actor = policy.actor(draws);
    groupOf = new int[inputs];
    Arrays.fill(groupOf, -1);
    for (int g = 0; g < groups.length; g++) {
      for (int input : groups[g]) {
        groupOf[input] = g;
      }
    }
    rows = new float[draws * inputs];
    actions = new float[draws];
    chances = new float[draws * choices];
    masks = new boolean[draws * batch.maskSize];
  }

  /** {@return what each group does for the mean return, exactly over all coalitions; up to 12 groups} */
  public Contributions values() {
    int groups = Arrays.stream(groupOf).max().orElse(-1) + 1;
    return Shapley.exact(this, groups);
  }

  @Override
  public double worth(long coalition) {
    double sum = 0;
    float[] action = new float[1];
    for (int episode = 0; episode < episodes; episode++) {
      environment.reset(seed + episode, batch);
      while (batch.ends[0] == 0) {
        action[0] = choice(coalition);
        environment.step(action, batch);
        sum += batch.rewards[0];
      }
    }
    return sum / episodes;
  }

  private float choice(long coalition) {
    int inputs = groupOf.length;
    for (int i = 0; i < inputs; i++) {
      boolean shown = groupOf[i] < 0 || (coalition >> groupOf[i] & 1) != 0;
      for (int row = 0; row < draws; row++) {
        rows[row * inputs + i] = shown ? batch.observations[i] : background[row * inputs + i];
      }
    }
    for (int row = 0; row < draws; row++) {
      System.arraycopy(batch.masks, 0, masks, row * batch.maskSize, batch.maskSize);
    }
    actor.act(rows, masks, draws, actions);
    actor.probabilities(chances);
    int best = 0;
    double most = -1;
    for (int choice = 0; choice < choices; choice++) {
      double sum = 0;
      for (int row = 0; row < draws; row++) {
        sum += chances[row * choices + choice];
      }
      if (sum > most) {
        most = sum;
        best = choice;
      }
    }
    return best + ((Discrete) environment.actionSpace()).start();
  }
}
