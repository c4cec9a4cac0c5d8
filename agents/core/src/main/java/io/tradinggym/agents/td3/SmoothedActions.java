package io.tradinggym.agents.td3;

import io.tradinggym.agents.critic.NextActions;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.ShardedGradient;
import io.tradinggym.agents.replay.ReplaySample;
import java.util.Arrays;

/**
 * Target policy smoothing: {@code a' = clip(pi'(s') + clip(noise, -c, c), -1, 1)}, so that a critic cannot be believed
 * on a peak too narrow to be hit.
 */
final class SmoothedActions implements NextActions {
  private final Network actor;
  private final float[] target;
  private final float clip;
  private final Workspace[] workspaces;
  private float[] noise = {};

  SmoothedActions(Network actor, float[] target, double clip, int batch, int threads) {
    this.actor = actor;
    this.target = target;
    this.clip = (float) clip;
    int rows = ShardedGradient.shardRows(batch);
    workspaces = new Workspace[threads];
    Arrays.setAll(workspaces, i -> new Workspace(actor, rows, Kernels.fastest()));
  }

  /** Before a sample: noise for each value of each of its rows. */
  void prepare(float[] freshNoise) {
    noise = freshNoise;
  }

  @Override
  public void write(
      int worker, ReplaySample sample, int from, int rows, float[] inputs, float[] bonuses) {
    Workspace work = workspaces[worker];
    int observationSize = actor.inputs();
    int size = actor.outputs();
    actor.forward(work, target, 0, rows, sample.nextObservations, from * observationSize);
    for (int i = 0; i < rows; i++) {
      int at = i * (observationSize + size) + observationSize;
      for (int j = 0; j < size; j++) {
        float moved = Math.clamp(noise[(from + i) * size + j], -clip, clip);
        inputs[at + j] = Math.clamp(work.output()[i * size + j] + moved, -1f, 1f);
      }
      bonuses[i] = 0;
    }
  }
}
