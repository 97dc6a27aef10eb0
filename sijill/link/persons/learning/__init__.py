"""What pairs weigh: trees over levels, Fellegi and Sunter, training from labels, calibration."""
