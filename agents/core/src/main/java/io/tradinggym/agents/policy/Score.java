package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.policy.returns.ReturnLaw;

/**
 * The numbers by which a policy decides: one for each choice or value of its action, from the network's outputs.
 *
 * @param params of the network, from 0; not to be changed
 * @param observations how the network reads them; not to be changed
 * @param count of scores: score i is the mean of {@code law} at output {@code i x law.atoms()}
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Shares a policy's parameters inside the package; never compared.
record Score(
    Network network, float[] params, ObservationEncoder observations, int count, ReturnLaw law) {
  /** Outputs that are scores themselves. */
  static Score ofOutputs(
      Network network, float[] params, ObservationEncoder observations, int count) {
    return new Score(network, params, observations, count, ReturnLaw.expectation());
  }
}
