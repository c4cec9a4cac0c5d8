package io.tradinggym.options.trading;

import static io.tradinggym.options.trading.ListedContracts.millis;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.options.lifecycle.AssignmentLaw;
import io.tradinggym.options.lifecycle.ContractLife;
import io.tradinggym.trading.Settlement;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.LongSupplier;

/** After today's close: contracts sold are assigned where their holders exercise, and by lot without reason. */
public final class EveningAssignment implements Settlement {
  private final OptionDesk desk;
  private final LongSupplier dividend;
  private final ContractLife life;
  private long assigned;

  /**
   * For the contracts of a desk.
   *
   * @param desk whose contracts sold may be assigned
   * @param stray chance a day that a contract in the money is assigned without reason, in [0, 1]
   */
  public EveningAssignment(OptionDesk desk, double stray) {
    this(desk, stray, () -> 0);
  }

  /**
   * For the contracts of a desk whose share pays dividends.
   *
   * @param desk whose contracts sold may be assigned
   * @param stray chance a day that a contract in the money is assigned without reason, in [0, 1]
   * @param dividend gives what goes ex tomorrow, money units a share, >= 0
   */
  public EveningAssignment(OptionDesk desk, double stray, LongSupplier dividend) {
    this.desk = desk;
    this.dividend = dividend;
    life = new ContractLife(desk.account(), desk.contracts(), new AssignmentLaw(1, stray));
  }

  @Override
  public Phase phase() {
    return Phase.BEFORE_OPEN;
  }

  @Override
  public void open(int bar) {
    assigned = 0;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    assigned +=
        life.assign(
            desk.contracts().share(), millis(desk.board().day()), dividend.getAsLong(), random);
    desk.contracts().drop();
  }

  /** {@return the number of contracts assigned before their expiry so far} */
  public long assigned() {
    return assigned;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(assigned);
  }

  @Override
  public void restore(DataInput in, int bar) throws IOException {
    assigned = in.readLong();
  }
}
