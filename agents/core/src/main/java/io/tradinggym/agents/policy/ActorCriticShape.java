package io.tradinggym.agents.policy;

import io.tradinggym.agents.policy.head.Gsde;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What an actor-critic is built of, between observations and actions.
 *
 * @param network hidden layers of the actor and, with weights of its own, of the critic
 * @param memory before them; null = every decision is taken from one observation
 * @param gsde how continuous actions explore; null for independent noise
 * @param orthogonal whether initial weights are orthogonal, which on-policy methods were tuned with, or normal with
 *     PyTorch's variance; says nothing about a trained network
 */
public record ActorCriticShape(
    Mlp network, @Nullable Memory memory, @Nullable Gsde gsde, boolean orthogonal) {
  /**
   * {@return the hidden layers alone}
   *
   * @param network hidden layers of the actor and, with weights of its own, of the critic
   */
  public static ActorCriticShape of(Mlp network) {
    return new ActorCriticShape(network, null, null, true);
  }

  /**
   * {@return the number of steps of a rollout that are learned from together: 1 without a memory}
   *
   * @param rolloutSteps steps per lane of a rollout, &gt;= 1
   */
  public int sequence(int rolloutSteps) {
    return memory == null ? 1 : Math.min(memory.steps(), rolloutSteps);
  }

  void save(DataOutput out) throws IOException {
    network.save(out);
    out.writeBoolean(memory != null);
    if (memory != null) {
      memory.save(out);
    }
    Gsde.save(gsde, out);
    out.writeBoolean(orthogonal);
  }

  static ActorCriticShape load(DataInput in) throws IOException {
    Mlp network = Mlp.load(in);
    Memory memory = in.readBoolean() ? Memory.load(in) : null;
    return new ActorCriticShape(network, memory, Gsde.load(in), in.readBoolean());
  }
}
