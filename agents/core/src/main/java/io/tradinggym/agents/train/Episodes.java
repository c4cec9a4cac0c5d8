package io.tradinggym.agents.train;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.util.Require;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs whole episodes with a policy. */
public final class Episodes {
  /** Steps after which episodes of evaluations are cut where the environment states no limit. */
  public static final int LONGEST = 200_000;

  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private Episodes() {}

  /**
   * {@return the mean of {@link #returns(Policy, VectorEnvironment, int, long)}; NaN of no episodes}
   *
   * @param policy that decides, without noise
   * @param envs that are played in; reset with the seed
   * @param episodes how many over all lanes, &gt;= 0
   * @param seed any number; the same seed gives the same bits
   */
  public static double meanReturn(Policy policy, VectorEnvironment envs, int episodes, long seed) {
    return Arrays.stream(returns(policy, envs, episodes, seed)).average().orElse(Double.NaN);
  }

  /**
   * Returns of so many episodes with the deterministic policy, in the order of lane and episode: every lane plays the
   * same number of them (one more for the first lanes), so that short episodes are not favoured. Wrappers get the
   * statistics that they had in training, frozen.
   *
   * <p>Where the environment states no limit of steps, an episode that reaches {@link #LONGEST} steps is cut there and
   * counts with what it has earned; a line says so.
   *
   * @param policy that decides, without noise
   * @param envs that are played in; reset with the seed
   * @param episodes how many over all lanes, &gt;= 0
   * @param seed any number; the same seed gives the same bits
   * @return undiscounted returns, one an episode
   * @throws IllegalArgumentException if the policy does not fit, or {@code episodes} is negative
   */
  public static double[] returns(Policy policy, VectorEnvironment envs, int episodes, long seed) {
    return returns(policy, envs, episodes, seed, LONGEST);
  }

  /**
   * The same with another limit for environments that state none.
   *
   * @param policy that decides, without noise
   * @param envs that are played in; reset with the seed
   * @param episodes how many over all lanes, &gt;= 0
   * @param seed any number; the same seed gives the same bits
   * @param longest steps after which an episode is cut there, &gt;= 1
   * @return undiscounted returns, one an episode
   */
  public static double[] returns(
      Policy policy, VectorEnvironment envs, int episodes, long seed, int longest) {
    Require.that(longest >= 1, "the longest episode must be >= 1 steps", longest);
    Require.that(episodes >= 0, "episodes must be >= 0", episodes);
    policy.prepare(envs);
    int limit = envs.spec().maxSteps() > 0 ? Integer.MAX_VALUE : longest;
    int lanes = envs.lanes();
    Batch batch = envs.newBatch();
    Actor actor = policy.actor(lanes);
    float[] actions = new float[lanes * envs.actionSpace().size()];
    double[] running = new double[lanes];
    int[] lengths = new int[lanes];
    int[] played = new int[lanes];
    double[] returns = new double[episodes];
    boolean[] toReset = new boolean[lanes];
    boolean cut = false;
    envs.reset(seed, batch);
    int open = episodes;
    while (open > 0) {
      actor.begin(batch.first);
      actor.act(batch.observations, batch.masks, lanes, actions);
      envs.step(actions, batch);
      boolean anyToReset = false;
      for (int lane = 0; lane < lanes; lane++) {
        running[lane] += batch.rewards[lane];
        // The step that NEXT_STEP only resets with is none of the episode's.
        boolean goesOn = batch.ends[lane] == 0 && !batch.first[lane];
        boolean tooLong = goesOn && ++lengths[lane] >= limit;
        boolean over = batch.ends[lane] != 0 || tooLong;
        if (over) {
          int slot = played[lane]++ * lanes + lane;
          if (slot < episodes) {
            returns[slot] = running[lane];
            open--;
          }
          running[lane] = 0;
          lengths[lane] = 0;
        }
        toReset[lane] = tooLong || (over && envs.autoReset() == AutoReset.DISABLED);
        anyToReset |= toReset[lane];
        cut |= tooLong;
      }
      if (anyToReset) {
        envs.reset(toReset, batch);
      }
    }
    if (cut) {
      tellOfCut(envs.spec().id(), limit);
    }
    return returns;
  }

  private static void tellOfCut(String id, int limit) {
    if (TOLD.add(id)) {
      System.err.printf(
          Locale.ROOT,
          "%s states no limit of steps: episodes of evaluations are cut after %,d (maxSteps of its"
              + " spec, or TimeLimit.of(n), sets another)%n",
          id,
          limit);
    }
  }
}
