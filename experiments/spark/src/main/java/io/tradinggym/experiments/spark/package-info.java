/**
 * Trials, trainings, folds and candidates as jobs of a Spark cluster. {@link
 * io.tradinggym.experiments.spark.SparkMachinesProvider} is found by the command line when {@code --on} names an
 * address that Spark knows; a task travels as a text and leaves its result in a file, so a task that Spark runs twice,
 * or again after it lost a machine, changes nothing.
 */
@NullMarked
package io.tradinggym.experiments.spark;

import org.jspecify.annotations.NullMarked;
