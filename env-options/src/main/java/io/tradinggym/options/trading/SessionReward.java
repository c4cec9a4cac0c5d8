package io.tradinggym.options.trading;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Resumable;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A reward of sessions in one lane. Amounts are handed over in cents, which are whole numbers: rewards are ratios, so
 * the unit does not matter.
 */
public final class SessionReward implements Resumable {
  private static final double CENT = ListedContracts.CENT;
  private static final double SESSIONS_PER_YEAR = 252;

  private final Account account;
  private final RewardFunction function;
  private final RewardInput step = new RewardInput();
  private final float[] memory;

  /** A reward of what an account goes through. */
  public SessionReward(Account account, Reward reward) {
    this.account = account;
    function = reward.create();
    memory = new float[function.memorySize()];
    step.stepsPerYear = SESSIONS_PER_YEAR;
  }

  /** Numbers that are shown of its memory. */
  public int memorySize() {
    return memory.length;
  }

  /** An episode begins. */
  public void begin() {
    step.clear();
    function.reset(account.equity() / CENT);
  }

  /** Before anything is traded. */
  public void beginStep() {
    account.beginStep();
    step.clear();
  }

  /**
   * The reward of what the account has been through since {@link #beginStep}.
   *
   * @param equityBefore money units
   */
  public double of(long equityBefore, EndReason end) {
    step.equityBefore = equityBefore / CENT;
    step.equityAfter = account.equity() / CENT;
    step.traded = account.stepTraded() / CENT;
    step.fees = account.stepFees() / CENT;
    step.carry = account.stepCarry() / CENT;
    step.gross = account.gross() / CENT;
    step.terminated = end == EndReason.RUIN || end == EndReason.MARGIN_CALL;
    return function.reward(step);
  }

  /** Shows its memory from an index on. */
  public void observe(Frame frame, int from) {
    function.observe(memory, 0);
    for (int i = 0; i < memory.length; i++) {
      frame.observe(from + i, memory[i]);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    function.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    function.restore(in);
  }
}
