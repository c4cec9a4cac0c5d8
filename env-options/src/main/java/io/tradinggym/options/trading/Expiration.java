package io.tradinggym.options.trading;

import static io.tradinggym.options.trading.ListedContracts.millis;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.options.lifecycle.AssignmentLaw;
import io.tradinggym.options.lifecycle.ContractLife;
import io.tradinggym.trading.Settlement;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** At the close: what expires is exercised by exception from a cent in the money on, and settled in shares. */
public final class Expiration implements Settlement {
  private final OptionDesk desk;
  private final ContractLife life;
  private long exercised;
  private long assigned;
  private boolean delivered;

  /**
   * For the contracts of a desk.
   *
   * @param desk whose contracts expire
   */
  public Expiration(OptionDesk desk) {
    this.desk = desk;
    life = new ContractLife(desk.account(), desk.contracts(), new AssignmentLaw(1, 0));
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void open(int bar) {
    exercised = 0;
    assigned = 0;
    delivered = false;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    life.expire(desk.contracts().share(), millis(desk.board().day()));
    exercised += life.exercised();
    assigned += life.assigned();
    delivered = life.exercised() + life.assigned() > 0;
    desk.contracts().drop();
  }

  /** {@return the number of contracts held that were exercised at their expiry so far} */
  public long exercised() {
    return exercised;
  }

  /** {@return the number of contracts sold that were exercised at their expiry so far} */
  public long assigned() {
    return assigned;
  }

  /** Whether shares were delivered at the last close. */
  boolean delivered() {
    return delivered;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(exercised);
    out.writeLong(assigned);
  }

  @Override
  public void restore(DataInput in, int bar) throws IOException {
    exercised = in.readLong();
    assigned = in.readLong();
  }
}
