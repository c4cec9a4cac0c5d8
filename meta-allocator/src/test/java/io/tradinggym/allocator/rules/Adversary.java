package io.tradinggym.allocator.rules;

import io.tradinggym.api.random.RandomStream;

/** Who sets the losses, having seen the weights. */
enum Adversary {
  RANDOM {
    @Override
    void losses(int round, double[] weights, RandomStream random, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = random.uniform();
      }
    }
  },
  COINS {
    @Override
    void losses(int round, double[] weights, RandomStream random, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = random.bernoulli(.5) ? 1 : 0;
      }
    }
  },
  /** Ruins whoever is trusted most. */
  AGAINST_THE_LEADER {
    @Override
    void losses(int round, double[] weights, RandomStream random, double[] out) {
      int heaviest = 0;
      for (int i = 0; i < out.length; i++) {
        heaviest = weights[i] > weights[heaviest] ? i : heaviest;
        out[i] = 0;
      }
      out[heaviest] = 1;
    }
  },
  /** Makes a follower of the leader wrong in every round. */
  ALTERNATING {
    @Override
    void losses(int round, double[] weights, RandomStream random, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = round == 0 ? (i == 0 ? .5 : 0) : (round + i) % 2;
      }
    }
  },
  /** One expert is good, for a while. */
  CHANGING {
    @Override
    void losses(int round, double[] weights, RandomStream random, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = i == round / 40 % out.length ? .2 * random.uniform() : .3 + .7 * random.uniform();
      }
    }
  },
  EASY {
    @Override
    void losses(int round, double[] weights, RandomStream random, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = i == out.length - 1 ? 0 : 1;
      }
    }
  };

  abstract void losses(int round, double[] weights, RandomStream random, double[] out);
}
