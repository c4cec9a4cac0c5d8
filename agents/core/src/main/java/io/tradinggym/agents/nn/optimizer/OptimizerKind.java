package io.tradinggym.agents.nn.optimizer;

import io.tradinggym.agents.nn.kernel.Kernels;

/** The optimisers by name, for settings. */
public enum OptimizerKind {
  /** {@link Adam} with beta1 0.9, beta2 0.999. */
  ADAM {
    @Override
    public Optimizer create(int size, double epsilon) {
      return new Adam(size, Kernels.fastest(), epsilon);
    }
  },
  /** {@link RmsProp#tensorFlow} with decay 0.99. */
  RMSPROP_TENSORFLOW {
    @Override
    public Optimizer create(int size, double epsilon) {
      return RmsProp.tensorFlow(size, Kernels.fastest(), RMSPROP_DECAY, epsilon);
    }
  },
  /** {@link RmsProp#pyTorch} with decay 0.99. */
  RMSPROP_PYTORCH {
    @Override
    public Optimizer create(int size, double epsilon) {
      return RmsProp.pyTorch(size, Kernels.fastest(), RMSPROP_DECAY, epsilon);
    }
  };

  private static final double RMSPROP_DECAY = 0.99;

  /**
   * {@return an optimiser of this kind at its first step}
   *
   * @param size number of parameters, &gt;= 1
   * @param epsilon what keeps the division away from 0, &gt; 0
   */
  public abstract Optimizer create(int size, double epsilon);
}
