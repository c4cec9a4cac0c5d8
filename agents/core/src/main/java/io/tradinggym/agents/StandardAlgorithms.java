package io.tradinggym.agents;

import io.tradinggym.agents.a2c.A2c;
import io.tradinggym.agents.a2c.A2cSettings;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.dqn.DqnSettings;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.ppo.PpoSettings;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.agents.sac.SacSettings;
import io.tradinggym.agents.td3.Td3;
import io.tradinggym.agents.td3.Td3Settings;
import io.tradinggym.agents.train.AlgorithmProvider;
import io.tradinggym.agents.train.AlgorithmRegistration;
import java.util.List;

/** The algorithms of this library, by name. */
public final class StandardAlgorithms implements AlgorithmProvider {
  /** For {@link java.util.ServiceLoader}. */
  public StandardAlgorithms() {}

  @Override
  public List<AlgorithmRegistration> algorithms() {
    return List.of(
        AlgorithmRegistration.of(
            "a2c",
            "Advantage actor-critic: one gradient step after a few steps in every lane.",
            A2c::settings,
            A2cSettings.Builder::build),
        AlgorithmRegistration.of(
            "discrete-sac",
            "Soft actor-critic for discrete actions.",
            Sac::settings,
            SacSettings.Builder::buildDiscrete),
        AlgorithmRegistration.of(
            "dqn",
            "Deep Q-learning for discrete actions: double, dueling, prioritised, C51, QR-DQN.",
            Dqn::settings,
            DqnSettings.Builder::build),
        AlgorithmRegistration.of(
            "ppo",
            "Proximal policy optimisation: rollouts, a clipped surrogate, any action space.",
            Ppo::settings,
            PpoSettings.Builder::build),
        AlgorithmRegistration.of(
            "sac",
            "Soft actor-critic for continuous actions, with a learned temperature.",
            Sac::settings,
            SacSettings.Builder::build),
        AlgorithmRegistration.of(
            "td3",
            "Twin delayed deterministic policy gradients for continuous actions.",
            Td3::settings,
            Td3Settings.Builder::build));
  }
}
