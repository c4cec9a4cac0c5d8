/** Networks, buffers, learners and policies over the Gym API. */
module io.tradinggym.agents {
  requires transitive io.tradinggym.api;
  // Networks run without it, more slowly: the Vector API still incubates.
  requires static jdk.incubator.vector;

  exports io.tradinggym.agents;
  exports io.tradinggym.agents.a2c;
  exports io.tradinggym.agents.critic;
  exports io.tradinggym.agents.dqn;
  exports io.tradinggym.agents.nn;
  exports io.tradinggym.agents.nn.kernel;
  exports io.tradinggym.agents.nn.optimizer;
  exports io.tradinggym.agents.policy;
  exports io.tradinggym.agents.policy.head;
  exports io.tradinggym.agents.policy.returns;
  exports io.tradinggym.agents.ppo;
  exports io.tradinggym.agents.replay;
  exports io.tradinggym.agents.rollout;
  exports io.tradinggym.agents.sac;
  exports io.tradinggym.agents.td3;
  exports io.tradinggym.agents.train;
  exports io.tradinggym.agents.train.log;

  uses io.tradinggym.agents.policy.PolicyProvider;
  uses io.tradinggym.agents.train.AlgorithmProvider;

  provides io.tradinggym.agents.train.AlgorithmProvider with
      io.tradinggym.agents.StandardAlgorithms;
}
