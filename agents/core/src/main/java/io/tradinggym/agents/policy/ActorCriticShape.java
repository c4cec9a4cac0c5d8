package io.tradinggym.agents.policy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What an actor-critic is built of, between observations and actions.
 *
 * @param network hidden layers of the actor and, with weights of its own, of the critic
 * @param gsde how continuous actions explore; null for independent noise
 * @param orthogonal whether initial weights are orthogonal, which on-policy methods were tuned with, or normal with PyTorch's
 *     variance; says nothing about a trained network
 */
public record ActorCriticShape(Mlp network, @Nullable Gsde gsde, boolean orthogonal) {
  /** Hidden layers alone. */
  public static ActorCriticShape of(Mlp network) {
    return new ActorCriticShape(network, null, true);
  }

  void save(DataOutput out) throws IOException {
    network.save(out);
    out.writeBoolean(gsde != null);
    if (gsde != null) {
      out.writeInt(gsde.every());
      out.writeDouble(gsde.logStd());
    }
    out.writeBoolean(orthogonal);
  }

  static ActorCriticShape load(DataInput in) throws IOException {
    Mlp network = Mlp.load(in);
    Gsde gsde = in.readBoolean() ? new Gsde(in.readInt(), in.readDouble()) : null;
    return new ActorCriticShape(network, gsde, in.readBoolean());
  }
}
