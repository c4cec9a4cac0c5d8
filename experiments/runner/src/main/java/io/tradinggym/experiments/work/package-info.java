/**
 * Who does the work. {@link io.tradinggym.experiments.work.Workers} are threads of this process, or {@link
 * io.tradinggym.experiments.work.Machines machines} that are found by their address through a {@link
 * io.tradinggym.experiments.work.MachinesProvider}. A piece of work is a function of a {@link
 * io.tradinggym.experiments.work.Task}, a text; its result is a file that appears whole, so doing it twice, elsewhere
 * or after a kill changes nothing.
 */
@NullMarked
package io.tradinggym.experiments.work;

import org.jspecify.annotations.NullMarked;
