"""The rules as OpenFisca loads them: parameters and variables out of their directories."""

import logging
from pathlib import Path

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from entities import Enterprise

# OpenFisca warns of rules that are not an installed package.
logging.getLogger("openfisca_core.taxbenefitsystems").setLevel(logging.ERROR)

HERE = Path(__file__).parent


class Screen(TaxBenefitSystem):
    def __init__(self):
        super().__init__([Enterprise])
        self.add_variables_from_directory(str(HERE / "variables"))
        self.load_parameters(str(HERE / "parameters"))
