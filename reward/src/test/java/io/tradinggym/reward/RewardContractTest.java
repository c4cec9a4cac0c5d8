package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.testkit.RewardContract;
import net.jqwik.api.Group;

/** Every reward keeps the contract. */
@SuppressWarnings("ClassCanBeStatic") // jqwik's groups are inner classes
class RewardContractTest {
  @Group
  class LogReturns extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.logReturn();
    }
  }

  @Group
  class Profits extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.profit();
    }
  }

  @Group
  class BenchmarkRelative extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.benchmark();
    }
  }

  @Group
  class MildMeanVariance extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.meanVariance(1);
    }
  }

  @Group
  class SharpMeanVariance extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.meanVariance(20);
    }
  }

  @Group
  class Exponential extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.cara(2);
    }
  }

  @Group
  class Sharpe extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.differentialSharpe(0.01);
    }
  }

  @Group
  class Sortino extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.differentialDownside(0.01);
    }
  }

  @Group
  class Sum extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.logReturn().minus(0.1, Rewards.turnover()).minus(0.5, Rewards.drawdown());
    }
  }

  @Group
  class Drawdowns extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.drawdown();
    }

    @Override
    protected boolean cost() {
      return true;
    }
  }

  @Group
  class TailLosses extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.cvar(0.95);
    }

    @Override
    protected boolean cost() {
      return true;
    }
  }

  @Group
  class Turnover extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.turnover();
    }

    @Override
    protected boolean cost() {
      return true;
    }
  }

  @Group
  class Holding extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.holding();
    }

    @Override
    protected boolean cost() {
      return true;
    }
  }

  @Group
  class Shaped extends RewardContract {
    @Override
    protected Reward reward() {
      return Rewards.shaping(0.99, Potential.growth());
    }

    @Override
    protected boolean cost() {
      return true;
    }
  }
}
