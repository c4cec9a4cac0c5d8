package io.tradinggym.agents.sac;

import io.tradinggym.agents.critic.NextActions;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.ShardedGradient;
import io.tradinggym.agents.policy.head.SquashedGaussian;
import io.tradinggym.agents.replay.ReplaySample;
import java.util.Arrays;

/** Actions drawn from the policy as it stands, with {@code -alpha log pi(a'|s')} as their bonus. */
final class FreshActions implements NextActions {
  private final SquashedGaussian law;
  private final Network actor;
  private final float[] params;
  private final Workspace[] workspaces;
  private float[] noise = {};
  private float alpha;

  FreshActions(SquashedGaussian law, Network actor, float[] params, int batch, int threads) {
    this.law = law;
    this.actor = actor;
    this.params = params;
    int rows = ShardedGradient.shardRows(batch);
    workspaces = new Workspace[threads];
    Arrays.setAll(workspaces, i -> new Workspace(actor, rows, Kernels.fastest()));
  }

  /** Before a sample: noise for each of its rows, and what a nat of entropy is worth. */
  void prepare(float[] freshNoise, float temperature) {
    noise = freshNoise;
    alpha = temperature;
  }

  @Override
  public void write(
      int worker, ReplaySample sample, int from, int rows, float[] inputs, float[] bonuses) {
    Workspace work = workspaces[worker];
    int observationSize = actor.inputs();
    int inputSize = observationSize + law.size();
    actor.forward(work, params, 0, rows, sample.nextObservations, from * observationSize);
    for (int i = 0; i < rows; i++) {
      float logDensity =
          law.draw(
              work.output(),
              i * law.outputs(),
              noise,
              (from + i) * law.size(),
              inputs,
              i * inputSize + observationSize);
      bonuses[i] = -alpha * logDensity;
    }
  }
}
