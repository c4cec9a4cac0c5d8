package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Dueling;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.policy.returns.ReturnLaw;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Q-network is built of.
 *
 * @param network hidden layers
 * @param dueling whether the last layer gives a value and advantages, joined by {@link Dueling}
 * @param returns what it says of an action's return
 */
public record QShape(Mlp network, boolean dueling, ReturnLaw returns) {
  /**
   * {@return a shape of hidden layers, then the mean return of each action}
   *
   * @param network hidden layers
   */
  public static QShape of(Mlp network) {
    return new QShape(network, false, ReturnLaw.expectation());
  }

  /**
   * {@return the network of an observation size and an action space}
   *
   * @param observationSize floats that a network reads of an observation
   * @param actions the action space, whose choices are numbered from its start
   */
  public Network network(int observationSize, Discrete actions) {
    int atoms = returns.atoms();
    if (!dueling) {
      return network.smallNetwork(observationSize, actions.n() * atoms);
    }
    List<Layer> layers =
        new ArrayList<>(network.smallNetwork(observationSize, (actions.n() + 1) * atoms).layers());
    layers.add(new Dueling(actions.n(), atoms));
    return network.engine().network(layers);
  }

  void save(DataOutput out) throws IOException {
    network.save(out);
    out.writeBoolean(dueling);
    returns.save(out);
  }

  static QShape load(DataInput in) throws IOException {
    return new QShape(Mlp.load(in), in.readBoolean(), ReturnLaw.load(in));
  }
}
