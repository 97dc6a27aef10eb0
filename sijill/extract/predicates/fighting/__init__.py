"""Who was killed in a fight, and who fought; who was executed instead."""
